import { BinaryReader, type BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Writes a nested message whose fields `body` writes. */
export function writeMessage(w: BinaryWriter, field: number, body: () => void): void {
  w.tag(field, WireType.LengthDelimited).fork();
  body();
  w.join();
}

export function writeText(w: BinaryWriter, field: number, value: string): void {
  w.tag(field, WireType.LengthDelimited).string(value);
}

/** What to do with nested messages and strings of a field instead of copying them. */
export type Rewrites = Readonly<Record<number, (bytes: Uint8Array) => void>>;

/** Copies the fields of a message as they stand, but for those that `rewrites` deals with. */
export function copyFields(message: Uint8Array, to: BinaryWriter, rewrites: Rewrites): void {
  const reader = new BinaryReader(message);
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [field, wire] = reader.tag();
    const rewrite = wire === WireType.LengthDelimited ? rewrites[field] : undefined;
    if (rewrite) {
      rewrite(reader.bytes());
      continue;
    }
    reader.skip(wire, field);
    to.raw(message.subarray(start, reader.pos));
  }
}
