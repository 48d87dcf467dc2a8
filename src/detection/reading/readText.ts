import { phraseTree } from '../lexicon';
import { type Concept } from '../lexicon/lexicon';
import { readVocabulary } from '../lexicon/vocabulary';
import { linesOf } from './lines';
import { mendWords } from './mendWords';
import { type Hit } from './hit';
import { readAddressees } from './readAddressees';
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
  /** Whether a place stands in a fenced sample of program code. */
  inCode(offset: number): boolean;
  /** Counts the steps of the matcher, so that a test can see how they grow. */
  meter: { steps: number };
}

const vocabulary = readVocabulary(phraseTree);

/** Reads a text once for all rules: its words, and the phrases of the lexicon among them. */
export function readText(content: string): Reading {
  const words = mendWords(readWords(content), content, vocabulary);
  const marks = readMarks(words, phraseTree);
  addMarks(marks, 'destination', readAddresses(content), words);
  addMarks(marks, 'addressed', readAddressees(content), words);
  marks.sort((a, b) => a.first - b.first || a.last - b.last);
  return {
    content,
    words,
    marks,
    concepts: new Set(marks.map((mark) => mark.concept)),
    firstMarkAt: (word) => firstIndex(marks.length, (index) => (marks[index]?.first ?? 0) >= word),
    inCode: codeIn(content),
    meter: { steps: 0 },
  };
}

/** A fence that names a language for programs; in one for prose a whole prompt may stand. */
const codeFence =
  /^[ \t]{0,8}(?:```|~~~)(?:python|py|js|javascript|ts|typescript|jsx|tsx|json|yaml|yml|toml|go|rust|java|kotlin|swift|c|cpp|csharp|ruby|rb|php|lua|sql|bash|sh|shell|r|scala|jinja|jinja2|dockerfile|modelfile)\b/i;
const anyFence = /^[ \t]{0,8}(?:```|~~~)/;

/** Reads the fences of a text when they are first asked for. */
function codeIn(content: string): (offset: number) => boolean {
  let blocks: [start: number, end: number][] | undefined;
  return (offset) => {
    blocks ??= codeBlocks(content);
    const ends = blocks;
    const block = firstIndex(ends.length, (index) => (ends[index]?.[1] ?? 0) > offset);
    return (blocks[block]?.[0] ?? Infinity) <= offset;
  };
}

function codeBlocks(content: string): [start: number, end: number][] {
  const blocks: [start: number, end: number][] = [];
  let open: { start: number; code: boolean } | undefined;
  for (const { start, text } of linesOf(content)) {
    if (!anyFence.test(text)) continue;
    if (open?.code) blocks.push([open.start, start]);
    open = open ? undefined : { start, code: codeFence.test(text) };
  }
  return blocks;
}

/** The first index that holds, of a list where all from it on do; its length where none does. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Adds marks of what is found by its shape: its places in order, each over the words that it covers. */
function addMarks(marks: Mark[], concept: Concept, places: readonly Hit[], words: readonly Word[]): void {
  let word = 0;
  for (const { start, end } of places) {
    while ((words[word]?.start ?? Infinity) < start) word += 1;
    const first = word;
    while ((words[word]?.start ?? Infinity) < end) word += 1;
    if (word > first) marks.push({ concept, first, last: word - 1 });
  }
}
