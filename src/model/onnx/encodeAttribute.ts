import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Encoded AttributeProto messages (onnx.proto: name 1, i 3, ints 8, type 20). */

export function intAttributeBytes(name: string, value: number): Uint8Array {
  return named(name, 2, (w) => w.tag(3, WireType.Varint).int64(value));
}

export function intsAttributeBytes(name: string, values: readonly number[]): Uint8Array {
  return named(name, 7, (w) => {
    for (const value of values) w.tag(8, WireType.Varint).int64(value);
  });
}

function named(name: string, type: number, value: (w: BinaryWriter) => void): Uint8Array {
  const w = new BinaryWriter();
  w.tag(1, WireType.LengthDelimited).string(name);
  value(w);
  return w.tag(20, WireType.Varint).int32(type).finish();
}

/** The same attribute under another name: of a field that is there twice, the last counts. */
export function renamedAttribute(encoded: Uint8Array, name: string): Uint8Array {
  const w = new BinaryWriter().raw(encoded);
  return w.tag(1, WireType.LengthDelimited).string(name).finish();
}

/** `graph` is an encoded GraphProto (field 6, type 5). */
export function graphAttributeBytes(name: string, graph: Uint8Array): Uint8Array {
  return named(name, 5, (w) => w.tag(6, WireType.LengthDelimited).bytes(graph));
}
