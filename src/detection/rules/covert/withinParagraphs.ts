import { hasMark, marksIn, type WordSpan } from '../../grammar/matchGrammar';
import type { Concept } from '../../lexicon/concepts';
import type { Reading } from '../../reading/readText';

/** What keeps something from people in one phrase, and what does so before or behind a word of telling. */
const secret: readonly Concept[] = [
  'untold',
  'withoutTelling',
  'keepSecret',
  'secretly',
  'disguised',
  'dark',
];
const not: readonly Concept[] = ['forbid', 'notAfter'];
const telling: readonly Concept[] = ['tell', 'show', 'aware'];
/** What such words may begin or end with beside them. */
const concerned: readonly Concept[] = [
  ...secret,
  ...not,
  ...telling,
  'act',
  'user',
  'deed',
  'trace',
  'failure',
];

/**
 * The parts of words of concealment that conceal, none over the end of a paragraph: an act in the one before is not
 * marked with them.
 */
export function withinParagraphs(reading: Reading, span: WordSpan): readonly WordSpan[] {
  const parts = paragraphsOf(reading, span);
  if (parts.length === 1) return parts;
  const concealing = parts.filter((part) => conceals(reading, part));
  // Where its words are parted too, they are marked as they stand.
  return concealing.length > 0 ? concealing.map((part) => trimmed(reading, part)) : [span];
}

function conceals(reading: Reading, part: WordSpan): boolean {
  return (
    hasMark(reading, part, ...secret) ||
    (hasMark(reading, part, ...not) && hasMark(reading, part, ...telling))
  );
}

/** From the first of the words that have a part in it to the last. */
function trimmed(reading: Reading, part: WordSpan): WordSpan {
  const marks = marksIn(reading, part).filter(({ concept }) => concerned.includes(concept));
  const last = Math.max(...marks.map((mark) => mark.last));
  return { first: marks[0]!.first, last: Math.min(part.last, last) };
}

/** A span cut where an empty line parts two of its words. */
function paragraphsOf({ words, folded }: Reading, { first, last }: WordSpan): WordSpan[] {
  const parts: WordSpan[] = [];
  let from = first;
  for (let word = first; word < last; word++) {
    if (!/\n[^\S\n]*\n/.test(folded.slice(words.ends[word], words.starts[word + 1]))) continue;
    parts.push({ first: from, last: word });
    from = word + 1;
  }
  return [...parts, { first: from, last }];
}
