import { type Concept, conceptIndex, concepts } from '../lexicon/concepts';
import { firstMarkFrom, type Mark, markAt, type MarkGroups, occurs } from '../reading/marks';
import { ENGLISH } from '../lexicon/phraseTree';
import type { Reading } from '../reading/readText';
import { textAt, wordAt } from '../reading/words';
import type { CompiledPattern, Grammar } from './grammar';

/** Words `first` to `last` that a pattern covers, both included. */
export interface WordSpan {
  first: number;
  last: number;
}

/**
 * Places where one of the patterns matches, all its phrases in one language, English ones among them. Time grows with the
 * marks; a pattern looks a bounded way ahead.
 */
export function matchGrammar(reading: Reading, grammar: Grammar): WordSpan[] {
  const spans: WordSpan[] = [];
  for (const pattern of grammar) {
    if (!mayMatch(pattern, reading.groups)) continue;
    for (const kind of pattern.steps[0]?.kinds ?? []) {
      const { order, bounds } = reading.groups;
      for (let at = bounds[kind]!; at < bounds[kind + 1]!; at++) {
        const index = order[at]!;
        const languages = reading.marks.languages[index]!;
        const last = followSteps(reading, pattern, 1, index, languages, foreignness(reading, index, 0));
        if (last !== undefined) spans.push({ first: reading.marks.firsts[index]!, last });
      }
    }
  }
  return spans.length > 1 ? mergeSpans(spans) : spans;
}

/** Whether a text has phrases for each step of a pattern. */
function mayMatch({ steps }: CompiledPattern, groups: MarkGroups): boolean {
  for (const { kinds } of steps) {
    let at = 0;
    while (at < kinds.length && !occurs(groups, kinds[at]!)) at += 1;
    if (at === kinds.length) return false;
  }
  return true;
}

/** The last word of the nearest way in which the pattern continues after a mark, where there is one. */
function followSteps(
  reading: Reading,
  pattern: CompiledPattern,
  at: number,
  index: number,
  languages: number,
  foreign: number,
): number | undefined {
  const { marks, words } = reading;
  const from = marks.lasts[index]!;
  const step = pattern.steps[at];
  if (!step) {
    if (languages & ENGLISH) return pattern.abroad ? undefined : from;
    return foreign > 0 ? from : undefined;
  }
  for (let next = index + 1; next < marks.length; next++) {
    const first = marks.firsts[next]!;
    reading.meter.steps += 1;
    // `place` counts 2 a word and 1 a character of a script without spaces.
    if (words.places[first]! - words.places[from]! > 2 * (step.within + 1)) break;
    if (!step.crossesSentences && words.sentences[first] !== words.sentences[from]) break;
    if (first <= from || !step.takes[marks.concepts[next]!]) continue;
    const common = languages & marks.languages[next]!;
    if (common === 0) continue;
    if (step.through && !isOnly(reading, step.through, from + 1, first)) continue;
    const last = followSteps(reading, pattern, at + 1, next, common, foreignness(reading, next, foreign));
    if (last !== undefined) return last;
  }
  return undefined;
}

/**
 * What a phrase adds to the balance of a match: English words stand in texts of every language, but a single word that
 * another language has too says nothing among them: "update", "contacts". Above 0 the match is of the other language.
 */
function foreignness({ marks, words }: Reading, index: number, before: number): number {
  if (isNeutral[marks.concepts[index]!]) return before;
  if (marks.languages[index]! & ENGLISH) return before - 1;
  // Letters of another script are no accident.
  if (words.text.charCodeAt(words.starts[marks.firsts[index]!]!) > 0x24f) return before + 9;
  return before === 0 ? 1.5 : before + 1;
}

/** What belongs to no language, or goes by the English name in many: addresses, files, "system prompt". */
const neutral: readonly Concept[] = ['destination', 'addressed', 'secretFile', 'hiddenPrompt'];
const isNeutral = concepts.map((concept) => neutral.includes(concept));

/** Whether each of the words `[from, to)` is in a set. */
function isOnly({ words }: Reading, some: ReadonlySet<string>, from: number, to: number): boolean {
  for (let word = from; word < to; word++) if (!some.has(textAt(words, word))) return false;
  return true;
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
export function marksIn({ marks }: Reading, { first, last }: WordSpan): Mark[] {
  const within: Mark[] = [];
  for (let at = firstMarkFrom(marks, first); at < marks.length && marks.firsts[at]! <= last; at++)
    within.push(markAt(marks, at)!);
  return within;
}

/** Whether a phrase of one of some kinds begins within a span. */
export function hasMark({ marks }: Reading, { first, last }: WordSpan, ...kinds: Concept[]): boolean {
  for (let at = firstMarkFrom(marks, first); at < marks.length && marks.firsts[at]! <= last; at++)
    if (kinds.includes(concepts[marks.concepts[at]!]!)) return true;
  return false;
}

/** The first phrase of a kind that begins within so many words after a word, in its clause. */
export function succeededBy(
  { words, marks, meter }: Reading,
  word: number,
  within: number,
  kind: Concept,
): Mark | undefined {
  const at = wordAt(words, word);
  if (!at) return undefined;
  for (let index = firstMarkFrom(marks, word + 1); index < marks.length; index++) {
    const first = marks.firsts[index]!;
    meter.steps += 1;
    if (words.clauses[first] !== at.clause || words.places[first]! - at.place > 2 * (within + 1)) break;
    if (marks.concepts[index] === conceptIndex[kind]) return markAt(marks, index);
  }
  return undefined;
}

/** Whether a phrase of these kinds ends within so many words before a word, in its clause. */
export function precededBy(
  reading: Reading,
  word: number,
  within: number,
  ...kinds: Concept[]
): Mark | undefined {
  const { words, marks, meter } = reading;
  const at = wordAt(words, word);
  if (!at) return undefined;
  for (let index = firstMarkFrom(marks, word) - 1; index >= 0; index--) {
    const first = marks.firsts[index]!;
    const last = marks.lasts[index]!;
    meter.steps += 1;
    // A phrase has at most eight words, so nothing earlier can reach this far.
    if (words.clauses[first] !== at.clause || at.place - words.places[first]! > 2 * (within + 8)) break;
    if (last >= word || at.place - words.places[last]! > 2 * (within + 1)) continue;
    if (kinds.some((kind) => conceptIndex[kind] === marks.concepts[index])) return markAt(marks, index);
  }
  return undefined;
}
