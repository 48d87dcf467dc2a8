import { type Concept } from '../lexicon/lexicon';
import { type Mark } from '../reading/readMarks';
import { type Reading } from '../reading/readText';

/** One step of a pattern: a phrase of one of these kinds, so near to the step before. */
export interface Step {
  is: readonly Concept[];
  /** Most words between this phrase and the one before. */
  within: number;
  /** The phrase may share words with the one before, or stand in the next sentences. */
  may?: 'cross-sentence';
}

/** Phrases in their order. */
export type Pattern = readonly Step[];

/** Words `first` to `last` that a pattern covers, both included. */
export interface WordSpan {
  first: number;
  last: number;
}

/** A step after the first (not named `then`: a module that exports that counts as a promise); `within` counts words between. */
export function followedBy(within: number, ...is: Concept[]): Step {
  return { is, within };
}

/** A later step that may stand in one of the next sentences. */
export function thenLater(within: number, ...is: Concept[]): Step {
  return { is, within, may: 'cross-sentence' };
}

/** Places where one of the patterns matches. Time grows with the marks; a pattern looks a bounded way ahead. */
export function matchGrammar(reading: Reading, patterns: readonly Pattern[]): WordSpan[] {
  const possible = patterns.filter((pattern) =>
    pattern.every((step) => step.is.some((c) => reading.concepts.has(c))),
  );
  const spans: WordSpan[] = [];
  if (possible.length === 0) return spans;
  reading.marks.forEach((mark, index) => {
    for (const pattern of possible) {
      if (!pattern[0]?.is.includes(mark.concept)) continue;
      const last = followSteps(reading, pattern, 1, index);
      if (last !== undefined) spans.push({ first: mark.first, last });
    }
  });
  return mergeSpans(spans);
}

/** The last word of the nearest way to go on from a mark, where there is one. */
function followSteps(reading: Reading, pattern: Pattern, at: number, index: number): number | undefined {
  const mark = reading.marks[index];
  const step = pattern[at];
  if (!mark) return undefined;
  if (!step) return mark.last;
  const from = reading.words[mark.last];
  if (!from) return undefined;
  for (let next = index + 1; next < reading.marks.length; next++) {
    const candidate = reading.marks[next];
    const word = candidate && reading.words[candidate.first];
    if (!candidate || !word) break;
    reading.meter.steps += 1;
    // `place` counts 2 a word and 1 a character of a script without spaces.
    if (word.place - from.place > 2 * (step.within + 1)) break;
    if (step.may !== 'cross-sentence' && word.sentence !== from.sentence) break;
    if (candidate.first <= mark.last || !step.is.includes(candidate.concept)) continue;
    const last = followSteps(reading, pattern, at + 1, next);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** Spans in order, those that overlap made one. */
function mergeSpans(spans: WordSpan[]): WordSpan[] {
  const merged: WordSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before && span.first <= before.last) before.last = Math.max(before.last, span.last);
    else merged.push({ ...span });
  }
  return merged;
}

/** The phrases that begin within a span, in their order. */
export function* marksIn({ marks, firstMarkAt }: Reading, { first, last }: WordSpan): Generator<Mark> {
  for (let index = firstMarkAt(first); index < marks.length; index++) {
    const mark = marks[index];
    if (!mark || mark.first > last) return;
    yield mark;
  }
}

/** Whether a phrase of these kinds ends within so many words before a word, in its clause. */
export function precededBy(
  reading: Reading,
  word: number,
  within: number,
  ...kinds: Concept[]
): Mark | undefined {
  const at = reading.words[word];
  if (!at) return undefined;
  for (let index = reading.firstMarkAt(word) - 1; index >= 0; index--) {
    const mark = reading.marks[index];
    const first = mark && reading.words[mark.first];
    const last = mark && reading.words[mark.last];
    if (!mark || !first || !last) break;
    reading.meter.steps += 1;
    // A phrase has at most eight words, so nothing earlier can reach this far.
    if (first.clause !== at.clause || at.place - first.place > 2 * (within + 8)) break;
    if (mark.last < word && kinds.includes(mark.concept) && at.place - last.place <= 2 * (within + 1))
      return mark;
  }
  return undefined;
}
