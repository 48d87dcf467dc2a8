import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { ElementType } from '../onnx/onnxGraph';
import { type AddedInts, type AddedNode } from './attentionLayer';

/** What is appended to a model file. Outputs are float32. */
export interface Append {
  nodes: readonly AddedNode[];
  ints: readonly AddedInts[];
  outputs: readonly string[];
}

/**
 * The bytes to append to a model's: protobuf merges concatenated messages, so a `ModelProto` that holds
 * nothing but `graph` adds to the graph that is there (https://protobuf.dev/programming-guides/encoding/#last-one-wins).
 */
export function encodeAppend({ nodes, ints, outputs }: Append): Uint8Array {
  const w = new BinaryWriter();
  const message = (field: number, body: () => void): void => {
    w.tag(field, WireType.LengthDelimited).fork();
    body();
    w.join();
  };
  const text = (field: number, value: string): void =>
    void w.tag(field, WireType.LengthDelimited).string(value);

  const typed = (name: string, type: number): void => {
    text(1, name);
    message(2, () => message(1, () => w.tag(1, WireType.Varint).int32(type)));
  };

  message(7, () => {
    for (const node of nodes) {
      message(1, () => {
        for (const name of node.inputs) text(1, name);
        for (const name of node.outputs) text(2, name);
        text(3, node.outputs.find((name) => name !== '') ?? '');
        text(4, node.opType);
        for (const attribute of node.attributes) w.tag(5, WireType.LengthDelimited).bytes(attribute);
        if (node.domain) text(7, node.domain);
      });
    }
    for (const { name, values, scalar } of ints) {
      message(5, () => {
        if (!scalar) w.tag(1, WireType.Varint).int64(values.length);
        w.tag(2, WireType.Varint).int32(ElementType.int64);
        for (const value of values) w.tag(7, WireType.Varint).int64(value);
        text(8, name);
      });
    }
    for (const name of outputs) message(12, () => typed(name, ElementType.float32));
    for (const { outputTypes = {} } of nodes) {
      for (const [name, type] of Object.entries(outputTypes)) message(13, () => typed(name, type));
    }
  });
  return w.finish();
}
