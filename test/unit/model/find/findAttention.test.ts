import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAttention } from '../../../../src/model/find/findAttention';
import { readGraph } from '../../../../src/model/onnx/readGraph';

const graphOf = (name: string) =>
  readGraph(readFileSync(join(import.meta.dirname, '../../../fixtures/zoo', name, 'model.onnx')));

describe('findAttention', () => {
  it('tells the stacks apart and counts within each', () => {
    const layers = findAttention(graphOf('encoder-decoder'));
    expect(layers.map(({ stack, index }) => `${stack}.${index}`)).toEqual([
      'encoder.0',
      'decoder.0',
      'cross.0',
    ]);
  });

  it.each([
    ['merged-batch-and-heads', 'softmax-matmul', 'one'],
    ['with-sink', 'softmax-matmul', 'at-most-one'],
    ['sigmoid-weights', 'softmax-matmul', 'free'],
    ['onnx-attention', 'onnx-attention', 'one'],
    ['multi-head-attention', 'multi-head-attention', 'one'],
    ['packed-attention', 'packed-attention', 'one'],
  ])('%s: found by %s, rows sum to %s', (name, via, rowSum) => {
    expect(findAttention(graphOf(name))[0]).toMatchObject({ via, rowSum });
  });
});
