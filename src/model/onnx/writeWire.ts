import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Writes a nested message whose fields `body` writes. */
export function writeMessage(w: BinaryWriter, field: number, body: () => void): void {
  w.tag(field, WireType.LengthDelimited).fork();
  body();
  w.join();
}

export function writeText(w: BinaryWriter, field: number, value: string): void {
  w.tag(field, WireType.LengthDelimited).string(value);
}

/** A field with a message that comes in pieces. */
export function messageOf(field: number, pieces: readonly Uint8Array[]): Uint8Array[] {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return [new BinaryWriter().tag(field, WireType.LengthDelimited).uint32(length).finish(), ...pieces];
}

/**
 * The fields of a message as slices of its bytes, those in a row as one: nothing is copied. `replace` gives
 * what to put in a field's place, or `undefined` to keep it.
 */
export function splicedFields(
  message: Uint8Array,
  replace: (field: number, reader: BinaryReader, wire: WireType) => Uint8Array[] | undefined,
): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const reader = new BinaryReader(message);
  let from = 0;
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [field, wire] = reader.tag();
    const body = reader.pos;
    const replacement = replace(field, reader, wire);
    if (reader.pos === body) reader.skip(wire, field);
    if (!replacement) continue;
    pieces.push(message.subarray(from, start), ...replacement);
    from = reader.pos;
  }
  return [...pieces, message.subarray(from)];
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
