import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findAttention } from '../../../../src/model/find/findAttention';
import { readGraph } from '../../../../src/model/onnx/readGraph';
import { buildTap } from '../../../../src/model/tap/buildTap';
import { kindsOf, tapKinds } from '../../../../src/model/tap/tapKinds';

const tapOf = (name: string) => {
  const file = join(import.meta.dirname, '../../../fixtures/zoo', name, 'model.onnx');
  const graph = readGraph(readFileSync(file));
  const layers = findAttention(graph);
  return { graph, layers, tap: buildTap(graph, layers, kindsOf(true)) };
};

const layerKinds = Object.entries(tapKinds).flatMap(([kind, { ofLayer }]) => (ofLayer ? [kind] : []));

it('a tap lists every kind of every layer, each a tensor of its own', () => {
  const { layers, tap } = tapOf('in-functions');
  const wanted = layers.flatMap((_, layer) =>
    layerKinds.filter((kind) => layer === 0 || kind !== 'embedding').map((kind) => ({ kind, layer })),
  );
  expect(tap.outputs.map(({ kind, layer }) => ({ kind, layer }))).toEqual(wanted);
  expect(new Set(tap.outputs.map(({ tensor }) => tensor)).size).toBe(wanted.length);
});

it('a map that the graph has as it should be is taken from there', () => {
  const { graph, layers, tap } = tapOf('spelled-out-softmax');
  const own = new Set(graph.nodes.flatMap(({ outputs }) => outputs));
  const maps = tap.outputs.filter(({ kind }) => kind === 'map');
  expect(maps.map(({ tensor }) => tensor)).toEqual(layers.map(({ source }) => source.tensor));
  expect(maps.every(({ tensor }) => own.has(tensor))).toBe(true);
});

it('heads in groups are put one after the other by one node, which a load would else pay for in each layer', () => {
  const file = join(import.meta.dirname, '../../../../media/model/model.onnx');
  const graph = readGraph(readFileSync(file));
  const layers = findAttention(graph);
  const { nodes } = buildTap(graph, layers, ['map']).added;
  expect(nodes.map(({ op }) => op)).toEqual(layers.map(() => 'Reshape'));
});

it('no tensor is added twice, though the kinds of a layer are made of the same map', () => {
  for (const name of ['heads-last', 'in-branches', 'in-functions', 'head-by-head', 'packed-attention']) {
    const { added } = tapOf(name).tap;
    const names = [
      ...added.nodes.flatMap(({ outputs }) => outputs.filter((output) => output !== '')),
      ...added.tensors.map((tensor) => tensor.name),
    ];
    expect(new Set(names).size, name).toBe(names.length);
  }
});
