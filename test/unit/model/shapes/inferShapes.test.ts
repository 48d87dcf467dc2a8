import { describe, expect, it } from 'vitest';
import { integerTensor } from '../../../../src/model/onnx/graphDraft';
import { indexGraph } from '../../../../src/model/onnx/graphIndex';
import { plainNode, type NodeSpec, type TensorSpec } from '../../../../src/model/onnx/graphSpec';
import { inferShapes } from '../../../../src/model/shapes/inferShapes';
import { OPSET, weights, writtenGraph } from '../writtenGraph';

/** The sizes of the last node's output as text; one that only a run tells is an unknown of its own, named after it. */
function shapeOf(nodes: readonly NodeSpec[], tensors: readonly TensorSpec[] = []): string | undefined {
  const name = nodes.at(-1)!.outputs[0]!;
  const shape = inferShapes(indexGraph(writtenGraph(nodes, tensors), OPSET)).shape(name);
  const text = (names: readonly string[], count: number) =>
    names.length === 0 ? `${count}` : `${count === 1 ? '' : count}${names.join('·')}`;
  return shape
    ?.map((size) => size?.map(({ count, names }) => text(names, count)).join('+') || '0')
    .join(', ');
}

const cut = (from: string, to: string): NodeSpec => plainNode('Slice', ['x', from, to, 'along'], 'y');
const along = (axis: number): TensorSpec => integerTensor('along', [axis]);
const at = (name: string, value: number): TensorSpec => integerTensor(name, [value]);

describe('a piece cut out of an axis', () => {
  it.each([
    ['of known length', 2, 3, 9, '6'],
    ['beyond its end', 2, 3, 99, '9'],
    ['from its end', 2, -4, 99, '4'],
    ['up to some places before its end', 2, 0, -2, '10'],
    ['that is empty', 2, 5, 5, '0'],
  ])('%s', (_, axis, from, to, size) => {
    const tensors = [along(axis), at('from', from), at('to', to)];
    expect(shapeOf([cut('from', 'to')], tensors)).toBe(`batch, seq, ${size}`);
  });

  it.each([
    ['from the start on', 0, 2 ** 31 - 1, 'seq'],
    ['from the third on', 2, 2 ** 31 - 1, '-2+seq'],
    ['the last three', -3, 2 ** 31 - 1, '3'],
    ['all but the last', 0, -1, '-1+seq'],
    ['up to a place that it may not have', 0, 5, 'y[1]'],
  ])('of unknown length: %s', (_, from, to, size) => {
    const tensors = [along(1), at('from', from), at('to', to)];
    expect(shapeOf([cut('from', 'to')], tensors)).toBe(`batch, ${size}, 12`);
  });

  it('up to what another tensor measures', () => {
    const measured = [plainNode('Shape', ['past'], 'sizes'), plainNode('Gather', ['sizes', 'third'], 'to')];
    const tensors = [along(1), at('from', 0), at('third', 2)];
    expect(shapeOf([...measured, cut('from', 'to')], tensors)).toBe('batch, past, 12');
  });

  it('whose start, or whose axis, is fed: no claim', () => {
    expect(shapeOf([cut('place', 'to')], [along(1), at('to', 5)])).toBe('batch, y[1], 12');
    const anywhere = plainNode('Slice', ['x', 'from', 'to', 'place'], 'y');
    expect(shapeOf([anywhere], [at('from', 0), at('to', 5)])).toBe('y[0], y[1], y[2]');
  });

  it('with a step: no claim', () => {
    const stepped = plainNode('Slice', ['x', 'from', 'to', 'along', 'step'], 'y');
    const tensors = [along(2), at('from', 0), at('to', 12), at('step', 2)];
    expect(shapeOf([stepped], tensors)).toBe('batch, seq, y[2]');
  });
});

describe('a tensor laid out anew', () => {
  const reshape = (...shape: number[]) =>
    shapeOf([plainNode('Reshape', ['x', 'to'], 'y')], [integerTensor('to', shape)]);

  it.each([
    ['zeros keep sizes', [0, 0, 3, 4], 'batch, seq, 3, 4'],
    ['-1 is what is left', [0, -1, 4], 'batch, 3seq, 4'],
    ['what is left of unknowns', [-1, 12], 'batch·seq, 12'],
  ])('%s', (_, shape, wanted) => expect(reshape(...shape)).toBe(wanted));

  it('has a rank and no sizes where its shape is fed', () => {
    expect(shapeOf([plainNode('Reshape', ['x', 'place'], 'y')])).toBe('y[0]');
  });
});

describe('a window that moves over an axis', () => {
  const over = (name: string, attributes: NodeSpec['attributes']) =>
    shapeOf([plainNode('Conv', [name, 'w'], 'y', attributes)], [weights('w', 9, 3, 3, 3)]);
  const kernel_shape = [3, 3];

  it.each([
    ['fits where it ends inside', { kernel_shape }, '6, 6'],
    ['is padded, at each end on its own', { kernel_shape, pads: [1, 0, 1, 2] }, '8, 8'],
    ['moves by steps, rounded down', { kernel_shape, strides: [2, 3] }, '3, 2'],
    ['is spread', { kernel_shape, dilations: [2, 1] }, '4, 6'],
    ['is padded by itself: no claim', { kernel_shape, auto_pad: 'SAME_UPPER' }, 'y[2], y[3]'],
  ])('%s', (_, attributes, sizes) => {
    expect(over('picture', attributes)).toBe(`batch, 9, ${sizes}`);
  });
});
