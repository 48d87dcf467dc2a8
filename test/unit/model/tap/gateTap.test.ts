import { expect, it } from 'vitest';
import { plainNode, type GraphSpec } from '../../../../src/model/onnx/graphSpec';
import { ElementType } from '../../../../src/model/onnx/onnxGraph';
import { readGraph } from '../../../../src/model/onnx/readGraph';
import { writeModel } from '../../../../src/model/onnx/writeModel';
import type { Tap } from '../../../../src/model/tap/buildTap';
import { gateInput, gateTap } from '../../../../src/model/tap/gateTap';

const value = (name: string) => ({ name, type: ElementType.float32 });
/** x → given; what `given` holds is an output already. */
const spec: GraphSpec = {
  ...{ nodes: [plainNode('Neg', ['x'], 'given')], tensors: [] },
  ...{ inputs: [value('x')], outputs: [value('given')] },
};
const model = { name: 'g', producer: { name: 't', version: '1' }, opsets: { '': 17 } };
const graph = readGraph(writeModel({ ...spec, ...model }));

const tap: Tap = {
  added: { nodes: [plainNode('Abs', ['given'], 'a'), plainNode('Neg', ['given'], 'b')], tensors: [] },
  outputs: [
    { kind: 'map', layer: 0, tensor: 'given' },
    { kind: 'headMean', layer: 0, tensor: 'a' },
    { kind: 'map', layer: 1, tensor: 'b' },
    { kind: 'headMean', layer: 1, tensor: 'b' },
  ],
};

it('each tapped tensor stands behind a gate of its own, the last layer first, and nothing else comes out', () => {
  const { added, gates } = gateTap(graph, tap);
  expect([...gates.keys()]).toEqual(['a', 'b']);
  const backwards = ['b', 'a'].map((tensor) => gates.get(tensor)!);
  expect(added.inputs.map(({ name }) => name)).toEqual(backwards.map(({ input }) => input));
  expect(added.outputs.map(({ name }) => name)).toEqual(backwards.map(({ output }) => output));
  const tiles = added.nodes.slice(tap.added.nodes.length);
  expect(tiles.map(({ op, inputs, outputs }) => [op, ...inputs, ...outputs])).toEqual(
    ['b', 'a'].map((tensor) => ['Tile', tensor, gates.get(tensor)!.input, gates.get(tensor)!.output]),
  );
});

it('a gate that is shut takes the batch away and no other axis', () => {
  const gate = { input: 'i', output: 'o', rank: 3 };
  expect(gateInput(gate, true)).toEqual([1n, 1n, 1n]);
  expect(gateInput(gate, false)).toEqual([0n, 1n, 1n]);
});

it('what is added to the cache comes out beside the gates of its layer, and the cache itself does not', () => {
  const cache = [0, 1].map((layer) => ({
    ...{ input: `past.${layer}`, output: `present.${layer}` },
    ...{ axis: 2, dtype: ElementType.float16 },
  }));
  const { added, cache: tails, gates } = gateTap(graph, tap, cache);
  expect(tails.map(({ input, axis }) => [input, axis])).toEqual([
    ['past.0', 2],
    ['past.1', 2],
  ]);
  const leaves = added.nodes.slice(-4).map(({ outputs }) => outputs[0]);
  const [first, second] = tails.map((tail) => tail.added);
  expect(new Set(leaves.slice(0, 2))).toEqual(new Set([gates.get('b')!.output, second]));
  expect(new Set(leaves.slice(2))).toEqual(new Set([gates.get('a')!.output, first]));
  expect(added.outputs).toContainEqual({ name: first, type: ElementType.float16 });
  expect(added.outputs.map(({ name }) => name)).not.toContain('present.0');
});
