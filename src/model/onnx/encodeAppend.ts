import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { ElementType } from './onnxGraph';
import { writeMessage, writeText } from './writeWire';
import { type AddedInts, type AddedNode } from '../find/attentionLayer';

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
  writeMessage(w, 7, () => writeGraphFields(w, append));
  return w.finish();
}

/** Writes nodes (1), initializers (5), outputs (12) and types of values (13) of a GraphProto. */
export function writeGraphFields(w: BinaryWriter, { nodes, ints, outputs }: Append): void {
  for (const node of nodes) {
    writeMessage(w, 1, () => {
      for (const name of node.inputs) writeText(w, 1, name);
      for (const name of node.outputs) writeText(w, 2, name);
      writeText(w, 3, node.outputs.find((name) => name !== '') ?? '');
      writeText(w, 4, node.opType);
      for (const attribute of node.attributes) w.tag(5, WireType.LengthDelimited).bytes(attribute);
      if (node.domain) writeText(w, 7, node.domain);
    });
  }
  for (const { name, values, scalar } of ints) {
    writeMessage(w, 5, () => {
      if (!scalar) w.tag(1, WireType.Varint).int64(values.length);
      w.tag(2, WireType.Varint).int32(ElementType.int64);
      for (const value of values) w.tag(7, WireType.Varint).int64(value);
      writeText(w, 8, name);
    });
  }
  for (const name of outputs) writeMessage(w, 12, () => writeTyped(w, name, ElementType.float32));
  for (const { outputTypes = {} } of nodes) {
    for (const [name, type] of Object.entries(outputTypes))
      writeMessage(w, 13, () => writeTyped(w, name, type));
  }
}

/** A ValueInfoProto without a shape. */
function writeTyped(w: BinaryWriter, name: string, type: number): void {
  writeText(w, 1, name);
  writeMessage(w, 2, () => writeMessage(w, 1, () => w.tag(1, WireType.Varint).int32(type)));
}
