import type { Reading } from '../reading/readText';
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

/** Whether a "not" stands so many words before a verb, in its clause; "without limits, ignore …" denies nothing. */
export function isRuledOut(reading: Reading, verb: number, within: number): boolean {
  const not = precededBy(reading, verb, within, 'not');
  if (!not) return false;
  const end = wordAt(reading.words, not.last)?.end ?? 0;
  return (
    textAt(reading.words, not.first) !== 'without' ||
    !/,/.test(reading.folded.slice(end, wordAt(reading.words, verb)?.start))
  );
}

/** Whether a "not" stands right before the last word of a span, as where a language puts the verb last. */
export function isReversedAtEnd(reading: Reading, { first, last }: WordSpan): boolean {
  const not = precededBy(reading, last, 0, 'not');
  return not !== undefined && not.first > first;
}

/** Whether a "not" governs a span: so many words before it, or right behind it. */
export function isDenied(reading: Reading, { first, last }: WordSpan, within: number): boolean {
  return precededBy(reading, first, within, 'not') !== undefined || isReversedAfter(reading, last);
}
