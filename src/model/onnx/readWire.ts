import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

/** What to do with each field of a protobuf message; a field without an entry is skipped. */
export type Fields = Readonly<Record<number, (reader: BinaryReader, wire: WireType) => void>>;

/** Reads one message. Throws a plain Error where the bytes are no protobuf message or end too early. */
export function readMessage(bytes: Uint8Array, fields: Fields): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    const read = fields[field];
    if (read) read(reader, wire);
    else reader.skip(wire, field);
    // The package's readers of bare numbers do not look where the bytes end.
    if (reader.pos > reader.len) throw new RangeError('message ends early');
  }
}

/** A 64-bit integer as a number: exact up to 2^53, beyond that near enough for what is read here. */
export function readInt(reader: BinaryReader): number {
  return Number(reader.int64());
}

/** A repeated integer, packed or not. */
export function readInts(into: number[]): (reader: BinaryReader, wire: WireType) => void {
  return (reader, wire) => {
    if (wire !== WireType.LengthDelimited) {
      into.push(readInt(reader));
      return;
    }
    const packed = new BinaryReader(reader.bytes());
    while (packed.pos < packed.len) into.push(readInt(packed));
  };
}

/** Bytes of a nested message or string. Throws where the field is a bare number. */
export function readBytes(reader: BinaryReader, wire: WireType): Uint8Array {
  if (wire !== WireType.LengthDelimited) throw new Error('a number where a message belongs');
  return reader.bytes();
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A string. Throws where it is not UTF-8, as a name read in another way than written would be another name. */
export function readText(reader: BinaryReader, wire: WireType): string {
  return utf8.decode(readBytes(reader, wire));
}
