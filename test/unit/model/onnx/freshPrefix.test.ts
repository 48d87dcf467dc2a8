import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshPrefix } from '../../../../src/model/onnx/freshPrefix';
import { readGraph } from '../../../../src/model/onnx/readGraph';

it('a prefix keeps clear of names that the graph has, in graphs inside it too', () => {
  const file = join(import.meta.dirname, '../../../fixtures/zoo/in-branches/model.onnx');
  const graph = readGraph(readFileSync(file));
  const plain = freshPrefix(graph);
  graph.nodes[0]!.attributes.get('then_branch')!.graph!.nodes[0]!.outputs[0] = `${plain}x`;
  expect(freshPrefix(graph)).not.toBe(plain);
});
