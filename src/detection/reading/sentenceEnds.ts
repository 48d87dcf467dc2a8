/** Longest gap between two words that is read for signs of a new sentence, UTF-16 code units. */
const GAP = 60;

/** What a sentence, a table cell or a line may end with. */
const ends = new Uint8Array(0x10000);
for (const sign of '.!?;…。।؟|\n') ends[sign.charCodeAt(0)] = 1;

/** What lies between two words: nothing of note, a new line of the same sentence, or the end of a sentence. */
export const SAME = 0;
export const NEXT_LINE = 1;
export const NEXT_SENTENCE = 2;

/**
 * What lies between two words, of which the second begins at `next`. A list item, a table cell and a paragraph are
 * sentences.
 *
 * @param unspaced whether a script beside it needs no space after the end of a sentence
 */
export function breakBetween(text: string, gap: number, next: number, unspaced: boolean): number {
  const length = next - gap;
  const sign = text.charCodeAt(gap);
  // What most gaps are, as the expressions below have it: one sign, an end of line, a sign and a space.
  if (length === 1 && sign === 0x0a && !isDigit(text.charCodeAt(next))) return NEXT_LINE;
  if (length === 1 && !unspaced && sign !== 0x0a && sign !== 0x3002 && sign !== 0x7c) return SAME;
  if (length === 2 && sign !== 0x0a && text.charCodeAt(gap + 1) === 0x20)
    return ends[sign] === 0 ? SAME : NEXT_SENTENCE;
  const stop = Math.min(next, gap + GAP);
  let at = gap;
  while (at < stop && ends[text.charCodeAt(at)] === 0) at += 1;
  if (at === stop) return SAME;
  const between = text.slice(gap, stop);
  if (endsSentence(between, length, text.slice(next, next + 4), unspaced)) return NEXT_SENTENCE;
  return between.includes('\n') ? NEXT_LINE : SAME;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** @param length of the whole gap, of which `between` is the beginning */
function endsSentence(between: string, length: number, after: string, unspaced: boolean): boolean {
  if (unspaced && /[!?;]/.test(between)) return true;
  if (length < 2 && !/[。\n|]/.test(between)) return false;
  // The bars of `<|token|>` are not borders of table cells.
  const gap = between.includes('|') ? between.replace(/<\|/g, '<').replace(/\|>/g, '>') : between;
  if (gap.includes('\n') && /^\d{1,3}[.)]/.test(after)) return true;
  return /[.!?;…][\s"'”’)\]*_`]|[。।؟|]|\n[^\S\n]*\n|\n[^\S\n]*[-*+#>|•=~<`]|[.!?]$/.test(gap);
}
