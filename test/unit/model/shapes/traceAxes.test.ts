import { describe, expect, it } from 'vitest';
import { integerTensor } from '../../../../src/model/onnx/graphDraft';
import { indexGraph } from '../../../../src/model/onnx/graphIndex';
import { plainNode, type NodeSpec, type TensorSpec } from '../../../../src/model/onnx/graphSpec';
import { lineage, type Axes, type Part } from '../../../../src/model/shapes/axisParts';
import { inferShapes } from '../../../../src/model/shapes/inferShapes';
import { traceAxes } from '../../../../src/model/shapes/traceAxes';
import { headTensors, heads, OPSET, scores, weights, writtenGraph } from '../writtenGraph';

/** The axes of the last node's first output, and those of any other tensor. */
function traced(nodes: readonly NodeSpec[], tensors: readonly TensorSpec[] = []) {
  const index = indexGraph(writtenGraph(nodes, tensors), OPSET);
  const all = traceAxes(index, inferShapes(index));
  return { axes: all.get(nodes.at(-1)!.outputs[0]!), of: (name: string): Axes => all.get(name)! };
}

const sizeText = ({ size }: Part): string =>
  size?.map(({ count, names }) => [...(count === 1 ? [] : [count]), ...names].join('·')).join('+') ?? '?';

/** A part as text: its size, what it stands for, and the side of the product that it was born in. */
const partText = (p: Part): string => [sizeText(p), p.kind, p.born?.side].filter(Boolean).join(' ');
const text = (axes: Axes | undefined): string | undefined =>
  axes?.map((axis) => axis.map(partText).join(' x ') || '1').join(', ');

describe('what is fed', () => {
  it('tells nothing except its sizes', () => {
    const { axes } = traced([plainNode('Relu', ['x'], 'y')]);
    expect(text(axes)).toBe('batch unknown, seq unknown, 12 unknown');
  });

  it('is tokens by features once ids were looked up in a table', () => {
    const { axes } = traced([plainNode('Gather', ['table', 'ids'], 'y')], [weights('table', 50, 12)]);
    expect(text(axes)).toBe('batch token, seq token, 12 feature');
  });
});

describe('a projection', () => {
  it('makes features of what it is applied to: tokens', () => {
    const { axes } = traced([plainNode('MatMul', ['x', 'w'], 'y')], [weights('w', 12, 8)]);
    expect(text(axes)).toBe('batch token, seq token, 8 feature');
  });

  it('may stand on either side', () => {
    const { axes } = traced(
      [plainNode('Einsum', ['w', 'x'], 'y', { equation: 'df,bsd->bsf' })],
      [weights('w', 12, 8)],
    );
    expect(text(axes)).toBe('batch token, seq token, 8 feature');
  });

  it('may be made of the weights themselves', () => {
    const { axes } = traced(
      [plainNode('MatMul', ['learned', 'w'], 'y')],
      [weights('learned', 6, 12), weights('w', 12, 8)],
    );
    expect(text(axes)).toBe('6 token, 8 feature');
  });

  it('may be a convolution, which makes one token of each patch', () => {
    const { axes } = traced(
      [plainNode('Conv', ['picture', 'w'], 'y', { kernel_shape: [2, 2], strides: [2, 2] })],
      [weights('w', 9, 3, 2, 2)],
    );
    expect(text(axes)).toBe('batch unknown, 9 feature, 4 token, 4 token');
  });

  it('is split into heads, each a part of it', () => {
    const { axes, of } = traced(heads('q'), headTensors);
    expect(text(axes)).toBe('batch token, 3 feature, seq token, 4 feature');
    const whole = of('q.flat')[2]![0]!;
    expect([axes![1]![0]!, axes![3]![0]!].map((p) => lineage(p).at(-1))).toEqual([whole, whole]);
  });

  it('has its heads put side by side again, the same parts as before', () => {
    const { axes, of } = traced(
      [
        ...heads('q'),
        plainNode('Transpose', ['q'], 'back', { perm: [0, 2, 1, 3] }),
        plainNode('Reshape', ['back', 'join'], 'y'),
      ],
      [...headTensors, integerTensor('join', [0, 0, 12])],
    );
    expect(text(axes)).toBe('batch token, seq token, 3 feature x 4 feature');
    expect(axes![2]![0]).toBe(of('q')[1]![0]);
  });
});

describe('a product of two activations', () => {
  it('bears scores: queries of its left operand, keys of its right, heads of both', () => {
    const { axes } = traced(scores, headTensors);
    expect(text(axes)).toBe('batch token, 3 feature, seq token left, seq token right');
    expect(axes![2]![0]!.born!.node.outputs).toEqual(['scores']);
  });

  it('takes tokens in rows and columns for one stretch', () => {
    const flat = (name: string): NodeSpec[] => [
      plainNode('MatMul', ['grid', `${name}.weight`], `${name}.grid`),
      plainNode('Reshape', [`${name}.grid`, 'flat'], name),
    ];
    const { axes } = traced(
      [...flat('q'), ...flat('k'), plainNode('Einsum', ['q', 'k'], 'y', { equation: 'bqd,bkd->bqk' })],
      [weights('q.weight', 12, 12), weights('k.weight', 12, 12), integerTensor('flat', [0, 35, 12])],
    );
    expect(text(axes)).toBe('batch unknown, 35 unknown left, 35 unknown right');
  });

  it('keeps heads that stand among the queries apart', () => {
    const { axes } = traced(
      [
        ...heads('q'),
        plainNode('Reshape', ['q', 'flat'], 'queries'),
        plainNode('MatMul', ['x', 'w'], 'keys'),
        plainNode('Einsum', ['queries', 'keys'], 'y', { equation: 'bqd,bkd->bqk' }),
      ],
      [...headTensors, integerTensor('flat', [0, -1, 4]), weights('w', 12, 4)],
    );
    expect(text(axes)).toBe('batch token, 3 feature left x seq token left, seq token right');
  });

  it.each([
    ['mask behind', ['scores', 'mask']],
    ['mask in front', ['mask', 'scores']],
  ])('stays scores with its mask added (%s)', (_, added) => {
    const { axes } = traced([...scores, plainNode('Add', added, 'y')], headTensors);
    expect(text(axes)).toBe('batch token, 3 feature, seq token left, seq token right');
  });

  it('stays scores when it is normalised, and transposed', () => {
    const { axes } = traced(
      [
        ...scores,
        plainNode('Softmax', ['scores'], 'p'),
        plainNode('Transpose', ['p'], 'y', { perm: [0, 1, 3, 2] }),
      ],
      headTensors,
    );
    expect(text(axes)).toBe('batch token, 3 feature, seq token right, seq token left');
  });

  it('stays scores while weights mix its heads', () => {
    const { axes } = traced(
      [...scores, plainNode('Einsum', ['scores', 'mix'], 'y', { equation: 'bhqk,hg->bgqk' })],
      [...headTensors, weights('mix', 3, 5)],
    );
    expect(text(axes)).toBe('batch token, 5 feature, seq token left, seq token right');
  });

  it('is no longer scores when weights are multiplied with its keys', () => {
    const { axes } = traced(
      [...scores, plainNode('Einsum', ['scores', 'w'], 'y', { equation: 'bhqk,kf->bhqf' })],
      [...headTensors, weights('w', 7, 5)],
    );
    expect(text(axes)).toBe('batch token, 3 feature, seq token, 5 feature');
  });
});

describe('a layout', () => {
  it('gets axes of size 1 and loses them', () => {
    const wide = plainNode('Unsqueeze', ['x', 'axes'], 'wide');
    const axes = integerTensor('axes', [-2]);
    expect(text(traced([wide], [axes]).axes)).toBe('batch unknown, seq unknown, 1, 12 unknown');
    for (const named of [['wide', 'axes'], ['wide']]) {
      const narrow = plainNode('Squeeze', named, 'narrow');
      expect(text(traced([wide, narrow], [axes]).axes)).toBe('batch unknown, seq unknown, 12 unknown');
    }
  });

  it('remembers what a piece was cut from, and keeps the other axes', () => {
    const { axes, of } = traced(
      [plainNode('MatMul', ['x', 'w'], 'all'), plainNode('Slice', ['all', 'from', 'to', 'along'], 'y')],
      [
        weights('w', 12, 36),
        integerTensor('from', [12]),
        integerTensor('to', [24]),
        integerTensor('along', [2]),
      ],
    );
    expect(text(axes)).toBe('batch token, seq token, 12 feature');
    expect(axes![1]).toBe(of('all')[1]);
    expect(axes![2]![0]!.from).toBe(of('all')[2]![0]);
  });

  it('has the keys of a cache and the new ones in one stretch', () => {
    const { axes } = traced(
      [...heads('k'), plainNode('Concat', ['past', 'k'], 'y', { axis: 2 })],
      headTensors,
    );
    expect(text(axes)).toBe('batch token, 3 feature, past+seq token, 4 feature');
  });

  it('does not know what is counted where equal stretches of tokens are joined', () => {
    const { axes } = traced(
      [...heads('q'), ...heads('k'), plainNode('Concat', ['q', 'k'], 'y', { axis: 2 })],
      headTensors,
    );
    expect(text(axes)).toBe('batch token, 3 feature, 2·seq unknown, 4 feature');
  });

  it('counts the pieces of an axis that are put side by side along another', () => {
    const split: NodeSpec = {
      ...plainNode('Split', ['all'], 'first', { axis: 2 }),
      outputs: ['first', 'second', 'third'],
    };
    const { axes } = traced(
      [
        plainNode('MatMul', ['x', 'w'], 'all'),
        split,
        plainNode('Concat', ['first', 'second', 'third'], 'y', { axis: 0 }),
      ],
      [weights('w', 12, 36)],
    );
    expect(text(axes)).toBe('3 feature x batch token, seq token, 12 feature');
  });

  it.each([
    [{ axis: 1 }, 'batch token, 8 feature'],
    [{}, 'seq token, 8 feature'],
  ])('loses the axis from which one piece is taken (%j)', (attributes, wanted) => {
    const { axes } = traced(
      [plainNode('MatMul', ['x', 'w'], 'all'), plainNode('Gather', ['all', 'one'], 'y', attributes)],
      [weights('w', 12, 8), { ...integerTensor('one', [0]), shape: [] }],
    );
    expect(text(axes)).toBe(wanted);
  });
});

describe('where sizes or axes are only known when it runs', () => {
  it.each([
    ['an axis to add', plainNode('Unsqueeze', ['x', 'place'], 'y')],
    ['an axis to drop', plainNode('Squeeze', ['x', 'place'], 'y')],
    ['the place of a piece', plainNode('Slice', ['x', 'place', 'place', 'place'], 'y')],
    ['what is joined', plainNode('Concat', ['unknown', 'unknown'], 'y', { axis: 0 })],
  ])('nothing is claimed: %s', (_, node) => {
    expect(text(traced([node]).axes) ?? '').not.toMatch(/token|feature/);
  });
});

it('fused attention gives features of tokens', () => {
  const fused = {
    ...plainNode('MultiHeadAttention', ['x', 'x', 'x'], 'y', { num_heads: 3 }),
    domain: 'com.microsoft',
  };
  expect(text(traced([fused]).axes)).toBe('batch token, seq token, 12 feature');
});

it('an operator without a rule leaves sizes, and no claim about what they are', () => {
  const { axes } = traced(
    [...heads('q'), plainNode('CumSum', ['q', 'one'], 'y')],
    [...headTensors, { ...integerTensor('one', [1]), shape: [] }],
  );
  expect(text(axes) ?? '').not.toMatch(/token|feature/);
});
