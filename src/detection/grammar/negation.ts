import type { Reading } from '../reading/readText';
import type { Mark } from '../reading/marks';
import { textAt, wordAt } from '../reading/words';
import { precededBy, succeededBy, type WordSpan } from './matchGrammar';

/** Whether a "not" stands right behind a word, as languages put it that say "ignore this not"; a comma parts them. */
export function isReversedAfter(reading: Reading, word: number): boolean {
  const not = succeededBy(reading, word, 1, 'notAfter');
  if (!not) return false;
  const between = reading.folded.slice(
    wordAt(reading.words, word)?.end,
    wordAt(reading.words, not.first)?.start,
  );
  return !/[,;:.!?、،(]/.test(between);
}

/** What a comma ends: "Stop, ignore …" and "no, ignore …" are no "not" of the verb, "never, ever, ignore …" is one. */
const endsAtComma = new Set(['without', 'stop', 'no']);

/** What has a verb of its own: "do not forget: ignore …". */
const beforeColon = /^\s[^\s:]+\s?:/;

/** What may stand between a "not" and its verb beside a few words: "do not, under any circumstances, ignore …". */
const aside =
  /^(?:,[^,.;:!?\n]{1,60},|\s(?:under any circumstances?|in any (?:case|way)|at any (?:time|point)|for any reason))\s$/i;
/** How many words it has at most. */
const ASIDE = 6;

/** The "not" that stands so many words before a verb, in its clause, or an aside before it, where it governs the verb. */
export function ruledOutBy(reading: Reading, verb: number, within: number): Mark | undefined {
  const not = precededBy(reading, verb, Math.max(within, ASIDE), 'not');
  if (!not) return undefined;
  const { words, folded } = reading;
  const between = folded.slice(words.ends[not.last], words.starts[verb]);
  const isNear = words.places[verb]! - words.places[not.last]! <= 2 * (within + 1);
  const isDone = endsAtComma.has(textAt(words, not.first)) ? /[,:–—]/ : beforeColon;
  return (isNear ? !isDone.test(between) : aside.test(between)) ? not : undefined;
}

export function isRuledOut(reading: Reading, verb: number, within: number): boolean {
  return ruledOutBy(reading, verb, within) !== undefined;
}

/** Whether a "not" stands right before the last word of a span, as where a language puts the verb last. */
export function isReversedAtEnd(reading: Reading, { first, last }: WordSpan): boolean {
  const not = precededBy(reading, last, 0, 'not');
  return not !== undefined && not.first > first;
}

/** Whether a "not" governs a span: before it, or right behind it. */
export function isDenied(reading: Reading, { first, last }: WordSpan, within: number): boolean {
  return isRuledOut(reading, first, within) || isReversedAfter(reading, last);
}
