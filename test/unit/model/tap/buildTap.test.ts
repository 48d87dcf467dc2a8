import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../src/model/onnx/readGraph';
import { buildTap, type TapPlan } from '../../../../src/model/tap/buildTap';
import { findAttention } from '../../../../src/model/find/findAttention';
import { freshPrefix } from '../../../../src/model/onnx/freshPrefix';

const bytes = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../../fixtures/zoo', name, 'model.onnx'));
const maps: TapPlan = { maps: true, headMeans: false, lastRows: false };

describe('findAttention', () => {
  it('tells the stacks apart and counts within each', () => {
    const layers = findAttention(readGraph(bytes('encoder-decoder')));
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
    expect(findAttention(readGraph(bytes(name)))[0]).toMatchObject({ via, rowSum });
  });
});

describe('buildTap', () => {
  it('gives nothing of layers that the plan leaves out', () => {
    const graph = readGraph(bytes('among-other-softmaxes'));
    const { outputs } = buildTap(graph, findAttention(graph), { ...maps, layers: [1] });
    expect(outputs[0]).toEqual({});
    expect(outputs[1]?.map).toBeTypeOf('string');
  });

  it('adds an output and nothing else where the graph has the map as it should be', () => {
    const graph = readGraph(bytes('spelled-out-softmax'));
    const { append, outputs } = buildTap(graph, findAttention(graph), maps);
    const tapped = readGraph(Buffer.concat([bytes('spelled-out-softmax'), append]));
    expect(tapped.nodes).toHaveLength(graph.nodes.length);
    expect(tapped.outputs.slice(1).map(({ name }) => name)).toEqual(outputs.map(({ map }) => map));
    expect(append.length).toBeLessThan(200);
  });

  it('does not ask twice for what the graph gives already', () => {
    const graph = readGraph(bytes('spelled-out-softmax'));
    const layers = findAttention(graph);
    const first = buildTap(graph, layers, maps);
    const tapped = readGraph(Buffer.concat([bytes('spelled-out-softmax'), first.append]));
    const again = buildTap(tapped, findAttention(tapped), maps);
    expect(again.outputs).toEqual(first.outputs);
    const twice = readGraph(Buffer.concat([bytes('spelled-out-softmax'), first.append, again.append]));
    expect(twice.outputs).toHaveLength(tapped.outputs.length);
  });

  it('keeps clear of names that the graph has, in graphs inside it too', () => {
    const graph = readGraph(bytes('in-branches'));
    const plain = freshPrefix(graph);
    graph.nodes[0]!.attributes.get('then_branch')!.graph!.nodes[0]!.outputs[0] = `${plain}x`;
    expect(freshPrefix(graph)).not.toBe(plain);
  });
});
