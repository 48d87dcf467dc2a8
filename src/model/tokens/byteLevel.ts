/**
 * Byte-level vocabularies write each byte as a printable character (the table of GPT-2's encoder):
 * printable Latin-1 stands for itself, the others follow from U+0100 on.
 */
const byteOf: ReadonlyMap<string, number> = byteTable();

function byteTable(): Map<string, number> {
  const table = new Map<string, number>();
  let next = 0x100;
  for (let byte = 0; byte < 256; byte++) {
    const isPrintable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
    table.set(String.fromCharCode(isPrintable ? byte : next++), byte);
  }
  return table;
}

/** Bytes that a byte-level vocabulary has no token for: the tokenizer skips them without a word. */
export function bytesWithoutToken(hasPiece: (piece: string) => boolean): Set<number> {
  return new Set([...byteOf].flatMap(([character, byte]) => (hasPiece(character) ? [] : [byte])));
}

/**
 * Places byte-level tokens in their text by their own bytes, `[start, end)` in bytes of UTF-8. For
 * texts with bytes that have no token: the tokenizer's own offsets are wrong after such a byte.
 * `null` where the tokens are not made of the text's bytes.
 */
export function placeByBytes(
  bytes: Uint8Array,
  tokens: readonly string[],
  withoutToken: ReadonlySet<number>,
): [number, number][] | null {
  const ranges: [number, number][] = [];
  let at = 0;
  for (const token of tokens) {
    let start: number | null = null;
    for (const byte of bytesOf(token)) {
      while (bytes[at] !== byte && withoutToken.has(bytes[at]!)) at++;
      if (bytes[at] !== byte) return null;
      start ??= at;
      at++;
    }
    ranges.push([start ?? at, at]);
  }
  return ranges;
}

/** The bytes of a token; characters outside the table are those of an added token, written as they are. */
function bytesOf(token: string): number[] {
  return [...token].flatMap((character) => byteOf.get(character) ?? [...new TextEncoder().encode(character)]);
}
