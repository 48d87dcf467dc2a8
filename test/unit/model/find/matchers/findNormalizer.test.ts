import { describe, expect, it } from 'vitest';
import { findAttention } from '../../../../../src/model/find/findAttention';
import { integerTensor } from '../../../../../src/model/onnx/graphDraft';
import { plainNode, type NodeSpec } from '../../../../../src/model/onnx/graphSpec';
import { heads, headTensors, scores, weights, writtenGraph } from '../../writtenGraph';

/** One layer whose weights these nodes make of `scores`. */
const layersOf = (...weighing: NodeSpec[]) =>
  findAttention(
    writtenGraph(
      [...scores, ...heads('v'), ...weighing, plainNode('MatMul', ['weights', 'v'], 'read')],
      [...headTensors, integerTensor('keys', [-1]), integerTensor('queries', [-2]), weights('one', 1)],
    ),
  ).map(({ rowSum }) => rowSum);

const exponentials = [
  plainNode('Exp', ['scores'], 'e'),
  plainNode('ReduceSum', ['e', 'keys'], 'sum', { keepdims: 1 }),
];

describe('what normalises scores over the keys', () => {
  it.each<[string, string, NodeSpec[]]>([
    ['Softmax', 'one', [plainNode('Softmax', ['scores'], 'weights', { axis: -1 })]],
    [
      'the exponential of a LogSoftmax',
      'one',
      [plainNode('LogSoftmax', ['scores'], 'logs', { axis: -1 }), plainNode('Exp', ['logs'], 'weights')],
    ],
    ['exponentials by their sum', 'one', [...exponentials, plainNode('Div', ['e', 'sum'], 'weights')]],
    [
      'exponentials times one over their sum',
      'one',
      [
        ...exponentials,
        plainNode('Reciprocal', ['sum'], 'inverse'),
        plainNode('Mul', ['e', 'inverse'], 'weights'),
      ],
    ],
    [
      'one over their sum times exponentials',
      'one',
      [
        ...exponentials,
        plainNode('Reciprocal', ['sum'], 'inverse'),
        plainNode('Mul', ['inverse', 'e'], 'weights'),
      ],
    ],
    [
      'exponentials by their sum and a sink',
      'at-most-one',
      [...exponentials, plainNode('Add', ['sum', 'one'], 'more'), plainNode('Div', ['e', 'more'], 'weights')],
    ],
    [
      'Softmax, then times something',
      'free',
      [plainNode('Softmax', ['scores'], 'p', { axis: -1 }), plainNode('Mul', ['p', 'mask'], 'weights')],
    ],
    ['nothing: Sigmoid gives weights one by one', 'free', [plainNode('Sigmoid', ['scores'], 'weights')]],
  ])('%s: rows sum to %s', (_, rowSum, weighing) => {
    expect(layersOf(...weighing)).toEqual([rowSum]);
  });

  it('is not what normalises them over the queries', () => {
    expect(() => layersOf(plainNode('Softmax', ['scores'], 'weights', { axis: 2 }))).toThrow(
      /cannot be mapped.*"weights" \(Softmax\)/,
    );
  });

  it('is not what divides by the sum of something else', () => {
    const other = [
      ...exponentials,
      plainNode('ReduceSum', ['scores', 'keys'], 'wrong', { keepdims: 1 }),
      plainNode('Div', ['e', 'wrong'], 'weights'),
    ];
    expect(() => layersOf(...other)).toThrow(/before they are normalised/);
  });
});
