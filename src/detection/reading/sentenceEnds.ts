/** Longest gap between two words that is read for signs of a new sentence, UTF-16 code units. */
const GAP = 60;

/**
 * What a sentence, a table cell or a line may end with: signs that end one wherever they stand; before white space, a
 * quotation mark or a closing bracket; there or at the end of a gap; and the end of a line.
 */
const ends = new Uint8Array(0x10000);
const ALONE = 1;
const CLOSED = 2;
const LAST = 3;
const LINE = 4;
for (const [signs, kind] of [
  ['。।؟|', ALONE],
  [';…', CLOSED],
  ['.!?', LAST],
  ['\n', LINE],
] as const)
  for (const sign of signs) ends[sign.charCodeAt(0)] = kind;

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
  for (let at = 0; at < gap.length; at++) if (endsAt(gap, at)) return true;
  return false;
}

/** Whether a sentence ends with a sign of a gap. */
function endsAt(gap: string, at: number): boolean {
  const kind = ends[gap.charCodeAt(at)]!;
  if (kind === 0) return false;
  if (kind === ALONE) return true;
  let next = at + 1;
  // An end of line before an empty line, or before what begins a list item, a heading, a quotation, an element.
  if (kind === LINE) {
    while (next < gap.length && gap.charCodeAt(next) !== 0x0a && isBlank(gap.charCodeAt(next))) next += 1;
    return '\n-*+#>|•=~<`'.includes(gap[next] ?? '?');
  }
  if (next === gap.length) return kind === LAST;
  return isBlank(gap.charCodeAt(next)) || '"\'”’)]*_`'.includes(gap[next]!);
}

/** White space of an expression. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0xa0 && /\s/.test(String.fromCharCode(unit)));
}
