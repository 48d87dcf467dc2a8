import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findAttention } from '../../../../src/model/find/findAttention';
import { integerTensor } from '../../../../src/model/onnx/graphDraft';
import { plainNode, type NodeSpec } from '../../../../src/model/onnx/graphSpec';
import { readGraph } from '../../../../src/model/onnx/readGraph';
import { weights, writtenGraph } from '../writtenGraph';

const streamsOf = (fixture: string) => {
  const file = join(import.meta.dirname, '../../../fixtures', fixture, 'model.onnx');
  return findAttention(readGraph(readFileSync(file))).map(({ stream }) => stream);
};

/** A layer whose states `from` become `to`; `late`: it normalises the sums themselves, as BERT does. */
function layer(from: string, to: string, late: boolean): NodeSpec[] {
  const [sum, sum2, inner] = [`${to}.sum`, `${to}.sum2`, late ? from : `${to}.normed`];
  const norm = (input: string, output: string) =>
    plainNode('LayerNormalization', [input, 'scale', 'bias'], output);
  const heads = (name: string) => [
    plainNode('MatMul', [inner, `${name}.weight`], `${to}.${name}.flat`),
    plainNode('Reshape', [`${to}.${name}.flat`, 'split'], `${to}.${name}.apart`),
    plainNode('Transpose', [`${to}.${name}.apart`], `${to}.${name}`, { perm: [0, 2, 1, 3] }),
  ];
  const middle = late ? `${to}.middle` : sum;
  return [
    ...(late ? [] : [norm(from, inner)]),
    ...['q', 'k', 'v'].flatMap(heads),
    plainNode('Transpose', [`${to}.k`], `${to}.turned`, { perm: [0, 1, 3, 2] }),
    plainNode('MatMul', [`${to}.q`, `${to}.turned`], `${to}.scores`),
    plainNode('Softmax', [`${to}.scores`], `${to}.map`),
    plainNode('MatMul', [`${to}.map`, `${to}.v`], `${to}.mixed`),
    plainNode('Transpose', [`${to}.mixed`], `${to}.back`, { perm: [0, 2, 1, 3] }),
    plainNode('Reshape', [`${to}.back`, 'join'], `${to}.joined`),
    plainNode('MatMul', [`${to}.joined`, 'o.weight'], `${to}.attention`),
    plainNode('Add', [from, `${to}.attention`], sum),
    ...(late ? [norm(sum, middle)] : [norm(sum, `${to}.normed2`)]),
    plainNode('MatMul', [late ? middle : `${to}.normed2`, 'o.weight'], `${to}.mlp`),
    plainNode('Add', [middle, `${to}.mlp`], late ? sum2 : to),
    ...(late ? [norm(sum2, to)] : []),
  ];
}

const tensors = [
  ...['q', 'k', 'v', 'o'].map((name) => weights(`${name}.weight`, 12, 12)),
  ...[weights('scale', 12), weights('bias', 12)],
  ...[integerTensor('split', [0, 0, 3, 4]), integerTensor('join', [0, 0, 12])],
];

it.each([
  ['before', false],
  ['behind', true],
])('states of a model that normalises %s its sums are what the next layer reads', (_, late) => {
  const graph = writtenGraph(
    [...layer('x', 's0', late), ...layer('s0', 's1', late), ...layer('s1', 's2', late)],
    tensors,
  );
  const streams = findAttention(graph).map(({ stream }) => stream);
  expect(streams.map((stream) => [stream?.before, stream?.attention, stream?.after])).toEqual([
    ['x', 's0.attention', 's0'],
    ['s0', 's1.attention', 's1'],
    ['s1', 's2.attention', 's2'],
  ]);
  expect(streams.map((stream) => stream?.additive)).toEqual([!late, !late, !late]);
});

it('a layer that adds its attention to nothing has no stream, nor has one that stands alone in its stack', () => {
  expect(streamsOf('zoo/heads-last')).toEqual([null]);
  expect(streamsOf('zoo/encoder-decoder')).toEqual([null, null, null]);
  // Tensors inside a branch cannot be had.
  expect(streamsOf('zoo/in-branches')).toEqual([null, null]);
});
