import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findAttention } from '../../../../src/model/find/findAttention';
import { otherSoftmaxes } from '../../../../src/model/find/otherSoftmaxes';
import { readGraph } from '../../../../src/model/onnx/readGraph';
import { plainNode } from '../../../../src/model/onnx/graphSpec';
import { heads, headTensors, scores, weights, writtenGraph } from '../writtenGraph';

const zoo = path.resolve(import.meta.dirname, '../../../fixtures/zoo');

/** Attention, and a classifier of its result behind it. */
const attention = [
  ...scores,
  ...heads('v'),
  plainNode('Softmax', ['scores'], 'map', { axis: -1 }),
  plainNode('MatMul', ['map', 'v'], 'mixed'),
];

it('a softmax that makes the output is told, one that makes a map is not', () => {
  const graph = writtenGraph(
    [
      ...attention,
      plainNode('MatMul', ['mixed', 'classes'], 'logits'),
      plainNode('Softmax', ['logits'], 'prob', { axis: -1 }),
    ],
    [...headTensors, weights('classes', 4, 2)],
  );
  expect(otherSoftmaxes(graph, findAttention(graph))).toEqual(['prob']);
});

it('a graph without attention says how many softmaxes it has', () => {
  const graph = writtenGraph([
    plainNode('Softmax', ['x'], 'prob', { axis: -1 }),
    plainNode('Relu', ['prob'], 'out'),
  ]);
  expect(() => findAttention(graph)).toThrow(
    /has no attention .* Its Softmax makes no such weights\. Choose/,
  );
});

/** Of each model of the own zoo that can be mapped, how many softmaxes of its graph are no attention. */
it('no softmax of a map counts, whatever the graph does to it', () => {
  const counts = readdirSync(zoo).flatMap((name): [string, number][] => {
    const graph = readGraph(readFileSync(path.join(zoo, name, 'model.onnx')));
    try {
      const count = otherSoftmaxes(graph, findAttention(graph)).length;
      return count > 0 ? [[name, count]] : [];
    } catch {
      return [];
    }
  });
  // Those with a router and a pooling head between their layers, which PyTorch gives no maps of.
  expect(Object.fromEntries(counts)).toEqual({
    'among-other-softmaxes': 2,
    'four-bit-matrices': 2,
    'other-softmaxes-in-8-bits': 2,
    'rounded-weights': 2,
  });
});
