import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { ElementType, type ExternalData, type OnnxTensor } from './onnxGraph';
import { readBytes, readInts, readMessage, readText } from './readWire';

/** Reads a TensorProto's head; its values stay where they are. */
export function readTensor(encoded: Uint8Array): OnnxTensor {
  const tensor: OnnxTensor = { name: '', dims: [], dataType: 0, encoded };
  const entries = new Map<string, string>();
  let location = 0;
  readMessage(encoded, {
    1: readInts(tensor.dims),
    2: (r) => void (tensor.dataType = r.int32()),
    8: (r, w) => void (tensor.name = readText(r, w)),
    13: (r, w) => readEntry(readBytes(r, w), entries),
    14: (r) => void (location = r.int32()),
  });
  if (location === 1) tensor.external = externalData(entries);
  return tensor;
}

function readEntry(bytes: Uint8Array, into: Map<string, string>): void {
  let key = '';
  let value = '';
  readMessage(bytes, {
    1: (r, w) => void (key = readText(r, w)),
    2: (r, w) => void (value = readText(r, w)),
  });
  into.set(key, value);
}

function externalData(entries: Map<string, string>): ExternalData {
  const length = entries.get('length');
  return {
    location: entries.get('location') ?? '',
    offset: Number(entries.get('offset') ?? 0),
    length: length === undefined ? undefined : Number(length),
  };
}

/** Number of elements. */
export function tensorSize(tensor: OnnxTensor): number {
  return tensor.dims.reduce((n, d) => n * d, 1);
}

const MOST_VALUES = 4096;

/**
 * The values of a small tensor that is in the graph itself, in row order; integers beyond 2^53 are rounded.
 * `undefined` for more than 4,096 elements, data in another file, or an element type without a case here.
 */
export function tensorValues(tensor: OnnxTensor): number[] | undefined {
  const size = tensorSize(tensor);
  if (tensor.external || size > MOST_VALUES) return undefined;
  let raw: Uint8Array | undefined;
  const values: number[] = [];
  readMessage(tensor.encoded, {
    4: packedFixed(values, 4),
    5: readInts(values),
    7: readInts(values),
    9: (r, w) => void (raw = readBytes(r, w)),
    10: packedFixed(values, 8),
  });
  const read = raw?.length ? rawValues(raw, tensor.dataType, size) : values;
  return read?.length === size ? read : undefined;
}

function packedFixed(into: number[], width: 4 | 8): (reader: BinaryReader, wire: WireType) => void {
  const one = (r: BinaryReader): number => (width === 4 ? r.float() : r.double());
  return (reader, wire) => {
    if (wire !== WireType.LengthDelimited) {
      into.push(one(reader));
      return;
    }
    const packed = new BinaryReader(reader.bytes());
    while (packed.pos < packed.len) into.push(one(packed));
  };
}

/** [bytes per element, how to read one], for the types that shapes, scales and indices come in. */
const rawReaders: Readonly<Record<number, [number, (view: DataView, at: number) => number]>> = {
  [ElementType.float32]: [4, (v, at) => v.getFloat32(at, true)],
  [ElementType.uint8]: [1, (v, at) => v.getUint8(at)],
  [ElementType.int8]: [1, (v, at) => v.getInt8(at)],
  [ElementType.int32]: [4, (v, at) => v.getInt32(at, true)],
  [ElementType.int64]: [8, (v, at) => Number(v.getBigInt64(at, true))],
  [ElementType.bool]: [1, (v, at) => v.getUint8(at)],
  [ElementType.float64]: [8, (v, at) => v.getFloat64(at, true)],
};

function rawValues(raw: Uint8Array, dataType: number, size: number): number[] | undefined {
  const reader = rawReaders[dataType];
  if (!reader || raw.length < reader[0] * size) return undefined;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Array.from({ length: size }, (_, i) => reader[1](view, i * reader[0]));
}
