import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openSession } from '../../src/inference/worker/run/tappedSession';
import { toTensors } from '../../src/inference/worker/run/toTensors';
import { findAttention } from '../../src/model/find/findAttention';
import { fillInputs } from '../../src/model/inputs/fillInputs';
import { plainNode } from '../../src/model/onnx/graphSpec';
import { ElementType } from '../../src/model/onnx/onnxGraph';
import { readGraph } from '../../src/model/onnx/readGraph';
import { writeAddition, writeModel } from '../../src/model/onnx/writeModel';
import type { KindName } from '../../src/model/tap/tapKinds';
import { tapModel } from '../../src/model/tap/tapModel';
import type { TensorInput } from '../../src/protocol/borders/inference';
import { readCase } from './zooCase';

const zooCase = readCase(join(import.meta.dirname, '../fixtures/zoo/heads-last'));

/** Token ids that choose rows of a table, and a product that makes logits of them. */
const outputLayer = writeModel({
  ...{ name: 'g', producer: { name: 't', version: '1' }, opsets: { '': 17 } },
  nodes: [
    plainNode('Gather', ['table', 'input_ids'], 'states'),
    plainNode('MatMul', ['states', 'weights'], 'logits'),
  ],
  tensors: [
    { name: 'table', type: ElementType.float32, shape: [4, 2], data: { bytes: new Uint8Array(32) } },
    { name: 'weights', type: ElementType.float32, shape: [2, 4], data: { bytes: new Uint8Array(32) } },
  ],
  inputs: [{ name: 'input_ids', type: ElementType.int64, shape: ['batch', 'sequence'] }],
  outputs: [{ name: 'logits', type: ElementType.float32, shape: ['batch', 'sequence', 4] }],
});
const ids = { input_ids: { dtype: 'int64', dims: [1, 3], data: [0, 1, 2] } };

type Dims = (...asked: string[]) => Promise<readonly number[]>;

/** Runs a model tapped for one kind; `of` says which tensor is watched. */
async function watch(
  kind: KindName,
  bytes: Uint8Array,
  inputs: Record<string, TensorInput>,
  work: (tensor: string, dims: Dims) => Promise<void>,
  of = (tensor: string): string => tensor,
): Promise<void> {
  const graph = readGraph(bytes);
  const layers = kind === 'nextLogits' ? [] : findAttention(graph);
  const tapped = tapModel(bytes, graph, layers, []);
  const { tensor } = tapped.outputs.find((output) => output.kind === kind)!;
  // What stands before the gate cannot be asked for, so it is handed out under another name.
  const seen = writeAddition({
    nodes: [plainNode('Identity', [of(tensor)], 'seen')],
    ...{ tensors: [], inputs: [], outputs: [{ name: 'seen', type: ElementType.float32 }] },
  });
  const watched = { bytes: Buffer.concat([tapped.bytes, seen]), gates: tapped.gates };
  const session = await openSession(watched, dirname(zooCase.model), { threads: 1 });
  const feeds = toTensors(fillInputs(graph, inputs));
  await work(tensor, async (...asked) => (await session.run(feeds, ['seen', ...asked])).seen!.dims);
  await session.release();
}

it.each<[KindName, string, Uint8Array, Record<string, TensorInput>]>([
  ['meanRow', 'the mean over queries', readFileSync(zooCase.model), zooCase.inputs],
  ['nextLogits', 'the output layer', outputLayer, ids],
])('%s: %s is computed in runs that ask for it, and in no other', (kind, _, bytes, inputs) =>
  watch(kind, bytes, inputs, async (tensor, dims) => {
    expect(await dims(tensor)).not.toContain(0);
    expect(await dims()).toContain(0);
  }),
);

it('of a map in squares only one query is pooled in runs that do not ask for it', () =>
  watch(
    'pooledMap',
    readFileSync(zooCase.model),
    zooCase.inputs,
    async (tensor, dims) => {
      const [batch, heads, queries, keys] = await dims(tensor);
      expect(queries).toBeGreaterThan(1);
      expect(await dims()).toEqual([batch, heads, 1, keys]);
    },
    (tensor) => tensor.replace('pooledMap', 'askedMap'),
  ));
