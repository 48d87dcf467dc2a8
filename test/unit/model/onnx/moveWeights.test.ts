import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { expect, it } from 'vitest';
import { moveWeights } from '../../../../src/model/onnx/moveWeights';
import { ElementType } from '../../../../src/model/onnx/onnxGraph';
import { readGraph } from '../../../../src/model/onnx/readGraph';
import { readBytes, readMessage } from '../../../../src/model/onnx/readWire';
import { writeModel } from '../../../../src/model/onnx/writeModel';

const table = (name: string, file: string) => ({
  ...{ name, type: ElementType.float32, shape: [2] },
  data: { file, offset: 4, length: 8 },
});
const value = (name: string) => ({ name, type: ElementType.float32, shape: [2] });
const model = (...files: string[]) =>
  writeModel({
    ...{ name: 'g', producer: { name: 'tests', version: '1' }, opsets: { '': 17 } },
    nodes: [{ name: '', op: 'Add', domain: '', inputs: ['x', 'w0'], outputs: ['y'], attributes: {} }],
    tensors: files.map((file, i) => table(`w${i}`, file)),
    inputs: [value('x')],
    outputs: [value('y')],
  });

/** Protobuf field `number` with bytes in it. */
const field = (number: number, bytes: Uint8Array | string) =>
  new BinaryWriter()
    .tag(number, WireType.LengthDelimited)
    .bytes(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
    .finish();

/** The model with one more node, whose branch is the graph of another model. */
function withBranch(outer: Uint8Array, branch: Uint8Array): Uint8Array {
  let graph: Uint8Array = new Uint8Array();
  readMessage(branch, { 7: (r, w) => void (graph = readBytes(r, w)) });
  const attribute = Buffer.concat([field(1, 'then_branch'), field(6, graph)]);
  return Buffer.concat([outer, field(7, field(1, Buffer.concat([field(4, 'If'), field(5, attribute)])))]);
}

it('weights move in the graph and in its branches, everything else stays', () => {
  const places = new Map([['old.bin', 'blobs/0123']]);
  const before = withBranch(model('old.bin', 'other.bin'), model('old.bin'));
  const after = readGraph(moveWeights(before, places));
  const where = (graph: { initializers: ReadonlyMap<string, { external?: unknown }> } | undefined) =>
    [...(graph?.initializers.values() ?? [])].map(({ external }) => external);
  expect(where(after)).toEqual([
    { location: 'blobs/0123', offset: 4, length: 8 },
    { location: 'other.bin', offset: 4, length: 8 },
  ]);
  expect(where(after.nodes[1]?.attributes.get('then_branch')?.graph)).toEqual([
    { location: 'blobs/0123', offset: 4, length: 8 },
  ]);
  expect(Buffer.from(moveWeights(moveWeights(before, places), new Map([['blobs/0123', 'old.bin']])))).toEqual(
    Buffer.from(before),
  );
});
