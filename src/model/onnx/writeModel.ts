import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { copyBranch } from './copyBranch';
import type {
  Attribute,
  BranchSpec,
  GraphSpec,
  ModelSpec,
  NodeSpec,
  TensorSpec,
  ValueSpec,
} from './graphSpec';
import { writeMessage, writeText } from './writeWire';

/** Field numbers are those of onnx.proto (onnx/onnx, IR version 11). */
const IR_VERSION = 11;

/** The bytes of a `ModelProto`. The same model gives the same bytes. */
export function writeModel(model: ModelSpec): Uint8Array<ArrayBuffer> {
  const w = new BinaryWriter();
  w.tag(1, WireType.Varint).int64(IR_VERSION);
  writeText(w, 2, model.producer.name);
  writeText(w, 3, model.producer.version);
  writeMessage(w, 7, () => writeGraph(w, model, model.name));
  for (const [domain, version] of Object.entries(model.opsets)) {
    writeMessage(w, 8, () => {
      writeText(w, 1, domain);
      w.tag(2, WireType.Varint).int64(version);
    });
  }
  return w.finish();
}

/**
 * The bytes to put behind a model's: protobuf merges concatenated messages, so a `ModelProto` that holds
 * nothing but `graph` adds to the graph that is there (https://protobuf.dev/programming-guides/encoding/#last-one-wins).
 */
export function writeAddition(graph: GraphSpec): Uint8Array<ArrayBuffer> {
  const w = new BinaryWriter();
  writeMessage(w, 7, () => writeGraph(w, graph));
  return w.finish();
}

function writeGraph(w: BinaryWriter, graph: GraphSpec, name?: string): void {
  for (const node of graph.nodes) writeMessage(w, 1, () => writeNode(w, node));
  if (name !== undefined) writeText(w, 2, name);
  for (const tensor of graph.tensors) writeMessage(w, 5, () => writeTensor(w, tensor));
  for (const value of graph.inputs) writeMessage(w, 11, () => writeValue(w, value));
  for (const value of graph.outputs) writeMessage(w, 12, () => writeValue(w, value));
  for (const value of graph.values ?? []) writeMessage(w, 13, () => writeValue(w, value));
}

function writeNode(w: BinaryWriter, node: NodeSpec): void {
  for (const name of node.inputs) writeText(w, 1, name);
  for (const name of node.outputs) writeText(w, 2, name);
  writeText(w, 3, node.name ?? node.outputs.find((name) => name !== '') ?? '');
  writeText(w, 4, node.op);
  for (const [name, value] of Object.entries(node.attributes)) {
    writeMessage(w, 5, () => writeAttribute(w, name, value));
  }
  if (node.domain) writeText(w, 7, node.domain);
}

function writeAttribute(w: BinaryWriter, name: string, value: Attribute): void {
  if (typeof value === 'object' && 'encoded' in value) {
    w.raw(value.encoded);
    // Of a field that is there twice, the last counts.
    writeText(w, 1, name);
    return;
  }
  const type = (n: number): unknown => w.tag(20, WireType.Varint).int32(n);
  writeText(w, 1, name);
  if (typeof value === 'number') {
    w.tag(3, WireType.Varint).int64(value);
    type(2);
  } else if (typeof value === 'string') {
    writeText(w, 4, value);
    type(3);
  } else if ('float' in value) {
    w.tag(2, WireType.Bit32).float(value.float);
    type(1);
  } else if ('branch' in value) {
    writeMessage(w, 6, () => writeBranch(w, value));
    type(5);
  } else {
    for (const n of value) w.tag(8, WireType.Varint).int64(n);
    type(7);
  }
}

function writeBranch(w: BinaryWriter, { branch, renamed, added, outputs }: BranchSpec): void {
  const rename = (name: string): string => renamed.get(name) ?? name;
  copyBranch(branch, w, rename);
  const nodes = added.nodes.map((node) => ({ ...node, inputs: node.inputs.map(rename) }));
  const given = outputs.map((output) => ({ ...output, name: rename(output.name) }));
  writeGraph(w, { ...added, nodes, inputs: [], outputs: given });
}

function writeTensor(w: BinaryWriter, tensor: TensorSpec): void {
  for (const n of tensor.shape) w.tag(1, WireType.Varint).int64(n);
  w.tag(2, WireType.Varint).int32(tensor.type);
  writeText(w, 8, tensor.name);
  const { data } = tensor;
  if ('bytes' in data) {
    w.tag(9, WireType.LengthDelimited).bytes(data.bytes);
    return;
  }
  const entries = { location: data.file, offset: String(data.offset), length: String(data.length) };
  for (const [key, value] of Object.entries(entries)) {
    writeMessage(w, 13, () => {
      writeText(w, 1, key);
      writeText(w, 2, value);
    });
  }
  w.tag(14, WireType.Varint).int32(1); // data_location: EXTERNAL
}

function writeValue(w: BinaryWriter, { name, type, shape }: ValueSpec): void {
  writeText(w, 1, name);
  writeMessage(w, 2, () =>
    writeMessage(w, 1, () => {
      w.tag(1, WireType.Varint).int32(type);
      if (!shape) return;
      writeMessage(w, 2, () => {
        for (const size of shape) {
          writeMessage(w, 1, () => {
            if (typeof size === 'number') w.tag(1, WireType.Varint).int64(size);
            else writeText(w, 2, size);
          });
        }
      });
    }),
  );
}
