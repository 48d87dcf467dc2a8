import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { writeMessage, writeText } from './writeWire';

/**
 * Writes ONNX models. Field numbers are those of onnx.proto (onnx/onnx, IR version 11); only what the
 * project writes is here: nodes, small inline tensors, tensors in other files, inputs and outputs.
 */

/** A float attribute is `{ float }`, as JavaScript cannot tell 1 from 1.0. */
export type Attribute = number | { float: number } | string | readonly number[];

export interface NodeSpec {
  name: string;
  op: string;
  /** Empty for the standard operators. */
  domain: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes: Readonly<Record<string, Attribute>>;
}

/** Where the bytes of a tensor are: in the model itself, or at `offset` of a file beside it. */
export type TensorData = { bytes: Uint8Array } | { file: string; offset: number; length: number };

export interface TensorSpec {
  name: string;
  /** See `ElementType`. */
  type: number;
  shape: readonly number[];
  data: TensorData;
}

/** A graph input or output; a dimension is a number or a name. */
export interface ValueSpec {
  name: string;
  /** See `ElementType`. */
  type: number;
  shape: readonly (number | string)[];
}

export interface ModelSpec {
  name: string;
  producer: { name: string; version: string };
  /** Version of each operator set, by domain. */
  opsets: Readonly<Record<string, number>>;
  nodes: readonly NodeSpec[];
  tensors: readonly TensorSpec[];
  inputs: readonly ValueSpec[];
  outputs: readonly ValueSpec[];
}

const IR_VERSION = 11;

/** The bytes of a `ModelProto`. The same model gives the same bytes. */
export function writeModel(model: ModelSpec): Uint8Array<ArrayBuffer> {
  const w = new BinaryWriter();
  w.tag(1, WireType.Varint).int64(IR_VERSION);
  writeText(w, 2, model.producer.name);
  writeText(w, 3, model.producer.version);
  writeMessage(w, 7, () => writeGraph(w, model));
  for (const [domain, version] of Object.entries(model.opsets)) {
    writeMessage(w, 8, () => {
      writeText(w, 1, domain);
      w.tag(2, WireType.Varint).int64(version);
    });
  }
  return w.finish();
}

function writeGraph(w: BinaryWriter, model: ModelSpec): void {
  for (const node of model.nodes) writeMessage(w, 1, () => writeNode(w, node));
  writeText(w, 2, model.name);
  for (const tensor of model.tensors) writeMessage(w, 5, () => writeTensor(w, tensor));
  for (const value of model.inputs) writeMessage(w, 11, () => writeValue(w, value));
  for (const value of model.outputs) writeMessage(w, 12, () => writeValue(w, value));
}

function writeNode(w: BinaryWriter, node: NodeSpec): void {
  for (const name of node.inputs) writeText(w, 1, name);
  for (const name of node.outputs) writeText(w, 2, name);
  writeText(w, 3, node.name);
  writeText(w, 4, node.op);
  for (const [name, value] of Object.entries(node.attributes)) {
    writeMessage(w, 5, () => writeAttribute(w, name, value));
  }
  if (node.domain) writeText(w, 7, node.domain);
}

function writeAttribute(w: BinaryWriter, name: string, value: Attribute): void {
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
  } else {
    for (const n of value) w.tag(8, WireType.Varint).int64(n);
    type(7);
  }
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

function writeValue(w: BinaryWriter, value: ValueSpec): void {
  writeText(w, 1, value.name);
  writeMessage(w, 2, () =>
    writeMessage(w, 1, () => {
      w.tag(1, WireType.Varint).int32(value.type);
      writeMessage(w, 2, () => {
        for (const size of value.shape) {
          writeMessage(w, 1, () => {
            if (typeof size === 'number') w.tag(1, WireType.Varint).int64(size);
            else writeText(w, 2, size);
          });
        }
      });
    }),
  );
}
