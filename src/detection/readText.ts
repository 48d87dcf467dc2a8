import { phraseTree } from './lexicon';
import { type Concept } from './lexicon/lexicon';
import { readVocabulary } from './lexicon/vocabulary';
import { mendWords } from './mendWords';
import { readAddresses } from './readAddresses';
import { type Mark, readMarks } from './readMarks';
import { readWords, type Word } from './readWords';

/** A text as the rules see it. Offsets in UTF-16 code units of `content`. */
export interface Reading {
  content: string;
  words: readonly Word[];
  /** In the order of their first words. */
  marks: readonly Mark[];
  /** The kinds of phrases that occur at all: rules that need others need not look. */
  concepts: ReadonlySet<Concept>;
  /** Index of the first mark that begins at this word or after it. */
  firstMarkAt(word: number): number;
  /** Counts the steps of the matcher, so that a test can see how they grow. */
  meter: { steps: number };
}

const vocabulary = readVocabulary(phraseTree);

/** Reads a text once for all rules: its words, and the phrases of the lexicon among them. */
export function readText(content: string): Reading {
  const words = mendWords(readWords(content), content, vocabulary);
  const marks = withAddresses(readMarks(words, phraseTree), words, content);
  return {
    content,
    words,
    marks,
    concepts: new Set(marks.map((mark) => mark.concept)),
    firstMarkAt: (word) => firstAtOrAfter(marks, word),
    meter: { steps: 0 },
  };
}

function firstAtOrAfter(marks: readonly Mark[], word: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.first ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Marks with those of addresses among them, in order. */
function withAddresses(marks: Mark[], words: readonly Word[], content: string): Mark[] {
  let word = 0;
  for (const { start, end } of readAddresses(content)) {
    while ((words[word]?.start ?? Infinity) < start) word += 1;
    const first = word;
    while ((words[word]?.start ?? Infinity) < end) word += 1;
    if (word > first) marks.push({ concept: 'destination', first, last: word - 1 });
  }
  return marks.sort((a, b) => a.first - b.first || a.last - b.last);
}
