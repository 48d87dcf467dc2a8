/**
 * How to convert offsets in code points of a text to UTF-16 code units. The text must be well
 * formed: a lone surrogate is no code point to a tokenizer.
 */
export function codePointsToUtf16(text: string): (codePoints: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (codePoints) => codePoints;
  const starts = new Uint32Array(text.length + 1);
  let count = 0;
  let offset = 0;
  for (const character of text) {
    starts[count++] = offset;
    offset += character.length;
  }
  starts[count] = offset;
  return (codePoints) => starts[Math.min(codePoints, count)]!;
}

/** The text with U+FFFD for each lone surrogate, as its UTF-8 bytes have it. Offsets stay. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
