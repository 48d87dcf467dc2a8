import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { ElementType } from '../onnx/onnxGraph';
import { type AddedInts, type AddedNode } from './attentionLayer';

/** What is added to a graph. Outputs are float32. */
export interface Append {
  nodes: readonly AddedNode[];
  ints: readonly AddedInts[];
  outputs: readonly string[];
}

/**
 * The bytes to append to a model's: protobuf merges concatenated messages, so a `ModelProto` that holds
 * nothing but `graph` adds to the graph that is there (https://protobuf.dev/programming-guides/encoding/#last-one-wins).
 */
export function encodeAppend(append: Append): Uint8Array {
  const w = new BinaryWriter();
  message(w, 7, () => writeGraphFields(w, append));
  return w.finish();
}

/** Writes nodes (1), initializers (5), outputs (12) and types of values (13) of a GraphProto. */
export function writeGraphFields(w: BinaryWriter, { nodes, ints, outputs }: Append): void {
  for (const node of nodes) {
    message(w, 1, () => {
      for (const name of node.inputs) text(w, 1, name);
      for (const name of node.outputs) text(w, 2, name);
      text(w, 3, node.outputs.find((name) => name !== '') ?? '');
      text(w, 4, node.opType);
      for (const attribute of node.attributes) w.tag(5, WireType.LengthDelimited).bytes(attribute);
      if (node.domain) text(w, 7, node.domain);
    });
  }
  for (const { name, values, scalar } of ints) {
    message(w, 5, () => {
      if (!scalar) w.tag(1, WireType.Varint).int64(values.length);
      w.tag(2, WireType.Varint).int32(ElementType.int64);
      for (const value of values) w.tag(7, WireType.Varint).int64(value);
      text(w, 8, name);
    });
  }
  for (const name of outputs) message(w, 12, () => writeTyped(w, name, ElementType.float32));
  for (const { outputTypes = {} } of nodes) {
    for (const [name, type] of Object.entries(outputTypes)) message(w, 13, () => writeTyped(w, name, type));
  }
}

/** A ValueInfoProto without a shape. */
function writeTyped(w: BinaryWriter, name: string, type: number): void {
  text(w, 1, name);
  message(w, 2, () => message(w, 1, () => w.tag(1, WireType.Varint).int32(type)));
}

function message(w: BinaryWriter, field: number, body: () => void): void {
  w.tag(field, WireType.LengthDelimited).fork();
  body();
  w.join();
}

function text(w: BinaryWriter, field: number, value: string): void {
  w.tag(field, WireType.LengthDelimited).string(value);
}
