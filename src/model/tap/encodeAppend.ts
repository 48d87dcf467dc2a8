import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { ElementType } from '../onnx/onnxGraph';
import { type AddedNode } from './attentionLayer';

/** A small int64 constant, 1-D. */
export interface AddedInts {
  name: string;
  values: readonly number[];
}

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
    for (const { name, values } of ints) {
      message(5, () => {
        w.tag(1, WireType.Varint).int64(values.length);
        w.tag(2, WireType.Varint).int32(ElementType.int64);
        for (const value of values) w.tag(7, WireType.Varint).int64(value);
        text(8, name);
      });
    }
    for (const name of outputs) {
      message(12, () => {
        text(1, name);
        message(2, () => message(1, () => w.tag(1, WireType.Varint).int32(ElementType.float32)));
      });
    }
  });
  return w.finish();
}
