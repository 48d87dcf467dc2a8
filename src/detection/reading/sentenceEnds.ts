import { unitsOf } from '../folding/units';

/** Longest gap between two words that is read for signs of a new sentence, UTF-16 code units. */
const GAP = 60;

/**
 * What a sentence, a table cell or a line may end with: signs that end one before white space, a quotation mark or a
 * closing bracket; those that do it at the end of a gap too; those that do it wherever they stand in a longer gap; and
 * those that may be a gap by themselves, which the end of a line begins.
 */
const ends = new Uint8Array(0x10000);
const CLOSED = 1;
const LAST = 2;
const ALONE = 3;
const LINE = 4;
const BAR = 5;
const STOP = 6;
for (const [signs, kind] of [
  [';…', CLOSED],
  ['.!?', LAST],
  ['।؟', ALONE],
  ['\n', LINE],
  ['|', BAR],
  ['。', STOP],
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
 * @param units those of the text, with a zero behind them
 */
export function breakBetween(
  text: string,
  gap: number,
  next: number,
  unspaced: boolean,
  units = unitsOf(text),
): number {
  const length = next - gap;
  const sign = units[gap]!;
  // What most gaps are, as the expressions below have it: one sign, an end of line, a sign and a space.
  if (length === 1 && sign === 0x0a && !isDigit(units[next]!)) return NEXT_LINE;
  if (length === 1 && !unspaced && sign !== 0x0a && sign !== 0x3002 && sign !== 0x7c) return SAME;
  if (length === 2 && sign !== 0x0a && units[gap + 1] === 0x20)
    return ends[sign] === 0 ? SAME : NEXT_SENTENCE;
  const stop = Math.min(next, gap + GAP);
  let at = gap;
  while (at < stop && ends[units[at]!] === 0) at += 1;
  if (at === stop) return SAME;
  const kind = ends[units[at]!]!;
  // What most other gaps are: one that its first sign ends, whatever follows.
  if (length > 1 && kind !== ALONE && kind < BAR && endsAt(text, at, kind, stop)) return NEXT_SENTENCE;
  return kindOf(text, gap, at, stop, next, unspaced);
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/**
 * The kind of the gap `[gap, next)`, of which no more than `[gap, stop)` is read.
 *
 * @param first where its first sign stands that may end a sentence
 */
function kindOf(
  text: string,
  gap: number,
  first: number,
  stop: number,
  next: number,
  unspaced: boolean,
): number {
  let isLine = false;
  let hasBar = false;
  let ended = false;
  for (let at = first; at < stop; at++) {
    const kind = ends[text.charCodeAt(at)]!;
    if (kind === 0) continue;
    if (kind === LINE) isLine = true;
    else if (kind === BAR) hasBar = true;
    else if (unspaced && '!?;'.includes(text[at]!)) return NEXT_SENTENCE;
    ended ||= endsAt(text, at, kind, stop);
  }
  if (next - gap === 1 && ends[text.charCodeAt(gap)]! < LINE) return SAME;
  if (isLine && /^\d{1,3}[.)]/.test(text.slice(next, next + 4))) return NEXT_SENTENCE;
  if (hasBar && /<\||\|>/.test(text.slice(gap, stop))) {
    // The bars of `<|token|>` are not borders of table cells.
    const bare = text.slice(gap, stop).replace(/<\|/g, '<').replace(/\|>/g, '>');
    ended = false;
    for (let at = 0; at < bare.length && !ended; at++)
      ended = endsAt(bare, at, ends[bare.charCodeAt(at)]!, bare.length);
  }
  return ended ? NEXT_SENTENCE : isLine ? NEXT_LINE : SAME;
}

/** Whether a sentence ends with a sign of a gap that ends before `stop`. */
function endsAt(text: string, at: number, kind: number, stop: number): boolean {
  if (kind === 0) return false;
  if (kind === ALONE || kind === BAR || kind === STOP) return true;
  let next = at + 1;
  // An end of line before an empty line, or before what begins a list item, a heading, a quotation, an element.
  if (kind === LINE) {
    while (next < stop && text.charCodeAt(next) !== 0x0a && isBlank(text.charCodeAt(next))) next += 1;
    return next < stop && '\n-*+#>|•=~<`'.includes(text[next]!);
  }
  if (next === stop) return kind === LAST;
  return isBlank(text.charCodeAt(next)) || '"\'”’)]*_`'.includes(text[next]!);
}

/** White space of an expression. */
function isBlank(unit: number): boolean {
  return (
    unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || (unit >= 0xa0 && /\s/.test(String.fromCharCode(unit)))
  );
}
