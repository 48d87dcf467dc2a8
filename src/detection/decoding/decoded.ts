import type { Hit } from '../hit';

/** A stretch of a text, and what it says when it is decoded. */
export interface Decoded extends Hit {
  text: string;
  /** What it is written in: a noun, for messages. */
  encoding: string;
  /** Where a range of what it says is written; the whole stretch where that cannot be told. */
  written(range: Hit): Hit;
}

/** Longest stretch that is decoded at once, UTF-16 code units: files in base64 are not prose. */
export const LONGEST = 8_000;

/** A stretch that stands for its text as a whole. */
export function whole({ start, end }: Hit, encoding: string, text: string): Decoded {
  return { start, end, text, encoding, written: () => ({ start, end }) };
}
