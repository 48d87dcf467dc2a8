import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableRows } from '../../../../src/model/inputs/tableRows';
import { indexGraph } from '../../../../src/model/onnx/graphIndex';
import type { OnnxNode, OnnxSubgraph, OnnxTensor } from '../../../../src/model/onnx/onnxGraph';
import { readGraph } from '../../../../src/model/onnx/readGraph';

const fixture = (...place: string[]) =>
  readGraph(readFileSync(path.resolve(import.meta.dirname, '../../../..', ...place)));

const rowsOf = (graph: OnnxSubgraph) => tableRows(indexGraph(graph, 17));

const node = (opType: string, inputs: string[], output: string, domain = ''): OnnxNode => ({
  ...{ name: output, opType, domain, inputs, outputs: [output], attributes: new Map() },
});
const weight = (name: string, ...dims: number[]): [string, OnnxTensor] => [
  name,
  { name, dims, dataType: 1, encoded: new Uint8Array() },
];
const graph = (nodes: OnnxNode[], ...weights: [string, OnnxTensor][]): OnnxSubgraph => ({
  ...{ nodes, initializers: new Map(weights), outputs: [], values: new Map() },
  inputs: ['ids', 'positions'].map((name) => ({ name, dtype: 7, dims: undefined })),
});

describe('rows of the table that an input chooses from', () => {
  it('are the vocabulary of the bundled model, whose embedding is quantised', () => {
    expect(rowsOf(fixture('media/model/model.onnx'))).toEqual(new Map([['input_ids', 49_152]]));
  });

  it('are found inside the branches of a merged decoder', () => {
    expect(rowsOf(fixture('test/fixtures/zoo/in-branches/model.onnx'))).toEqual(new Map([['input_ids', 20]]));
  });

  it('are found behind casts and flattening, on both sides', () => {
    const nodes = [
      node('Cast', ['ids'], 'ids32'),
      node('Flatten', ['ids32'], 'flat'),
      node('DequantizeLinear', ['words', 'scale'], 'table'),
      node('Gather', ['table', 'flat'], 'embedded'),
    ];
    expect(rowsOf(graph(nodes, weight('words', 30, 8)))).toEqual(new Map([['ids', 30]]));
  });

  it('are the fewest of several tables, and are known for the fused op', () => {
    const nodes = [
      node('EmbedLayerNormalization', ['ids', 'positions', 'words', 'w', 'kinds'], 'out', 'com.microsoft'),
      node('Gather', ['more', 'positions'], 'other'),
    ];
    const rows = rowsOf(graph(nodes, weight('words', 30, 8), weight('kinds', 4, 8), weight('more', 2, 8)));
    expect(rows).toEqual(
      new Map([
        ['ids', 30],
        ['positions', 2],
      ]),
    );
  });

  it('are not claimed where no row is looked up', () => {
    const nodes = [
      node('Gather', ['ids', 'positions'], 'a'),
      node('Gather', ['shape', 'ids'], 'b'),
      node('Add', ['words', 'ids'], 'c'),
    ];
    expect(rowsOf(graph(nodes, weight('words', 30, 8), weight('shape', 4)))).toEqual(new Map());
  });
});
