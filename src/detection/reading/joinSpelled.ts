import { idOf, isOpening, isWhole, type WordIds } from './known/wordIds';
import { moveWord, textAt, type Words } from './words';

/** Fewest single letters in a row that are read as words spelled out. */
const SPELLED = 5;
/** The cost of a letter that is in no known word, in words. */
const LEFT_OVER = 3;

/** Joins letters that stand apart into words, in place; the words after them move up. */
export function joinSpelled(words: Words, text: string, ids: WordIds): void {
  const { length } = words;
  const from = firstSpelled(words, text);
  if (from === length) return;
  let to = from;
  let place = words.places[from]!;
  for (let i = from; i < length;) {
    const run = spelledRun(words, i, length, text);
    if (run < SPELLED) {
      const width = (words.places[i + 1] ?? 0) - words.places[i]!;
      moveWord(words, i, to, place);
      place += width;
      to += 1;
      i += 1;
      continue;
    }
    for (const { first, last, spelling } of readLetters(words, i, i + run, ids)) {
      const end = words.ends[last]!;
      moveWord(words, first, to, place);
      words.ids[to] = idOf(ids, spelling);
      words.ends[to] = end;
      place += 2;
      to += 1;
    }
    i += run;
  }
  words.length = to;
}

/** The first word of the first row of letters; the number of words where there is none. */
function firstSpelled(words: Words, text: string): number {
  const { length, starts, ends } = words;
  for (let from = 0; from < length; from++) {
    // Where the last letter of a row from here would be.
    const last = from + SPELLED - 1;
    if (last < length && ends[last]! - starts[last]! > 1) from = last;
    else if (spelledRun(words, from, length, text) >= SPELLED) return from;
  }
  return length;
}

/** How many single letters follow one another from a word on, with few separators between them. */
function spelledRun({ starts, ends }: Words, from: number, length: number, text: string): number {
  let i = from;
  while (i < length && ends[i]! - starts[i]! === 1 && isLetter(text.charCodeAt(starts[i]!))) {
    if (i > from && !isNarrow(text.slice(ends[i - 1]!, Math.min(starts[i]!, ends[i - 1]! + 5)))) break;
    i += 1;
  }
  return i - from;
}

/** A Latin letter, or a digit that may stand for one. */
function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

function isNarrow(gap: string): boolean {
  return /^[\s.\-_*|·/,]{1,4}$/.test(gap);
}

/** Letters `first` to `last`, both included, that spell a word. */
interface Spelled {
  first: number;
  last: number;
  spelling: string;
}

/** Spelled letters as words: a wider gap ends a word, else they are cut into known ones. */
function* readLetters(words: Words, from: number, to: number, ids: WordIds): Generator<Spelled> {
  const spaced = isSpaced(words, from, to);
  for (let first = from; first < to;) {
    let end = first + 1;
    while (end < to && !(spaced && words.starts[end]! - words.ends[end - 1]! > 1)) end += 1;
    yield* cutKnownWords(words, first, end, ids);
    first = end;
  }
}

/** Whether most neighbours are one separator apart, so that a wider gap means a new word. */
function isSpaced({ starts, ends }: Words, from: number, to: number): boolean {
  let narrow = 0;
  for (let i = from + 1; i < to; i++) if (starts[i]! - ends[i - 1]! === 1) narrow += 1;
  return narrow * 2 > to - from;
}

/** Cuts spelled letters into known words such that the fewest letters are left over. */
function* cutKnownWords(words: Words, from: number, to: number, ids: WordIds): Generator<Spelled> {
  const spelled = Array.from({ length: to - from }, (_, i) => textAt(words, from + i)).join('');
  // cost[i] of the best cut of the first i letters, and where its last word begins.
  const cost = new Uint32Array(spelled.length + 1).fill(0xffffffff);
  const begins = new Uint32Array(spelled.length + 1);
  const reach = (end: number, start: number, total: number): void => {
    if (total >= cost[end]!) return;
    cost[end] = total;
    begins[end] = start;
  };
  cost[0] = 0;
  for (let start = 0; start < spelled.length; start++) {
    reach(start + 1, start, cost[start]! + LEFT_OVER);
    for (let end = start + 1; end <= spelled.length && isOpening(ids, spelled.slice(start, end)); end++) {
      if (end > start + 1 && isWhole(ids, spelled.slice(start, end))) reach(end, start, cost[start]! + 1);
    }
  }
  const starts: number[] = [];
  for (let end = spelled.length; end > 0; end = begins[end]!) starts.push(begins[end]!);
  for (let i = starts.length - 1; i >= 0; i--) {
    const start = starts[i]!;
    const end = starts[i - 1] ?? spelled.length;
    yield { first: from + start, last: from + end - 1, spelling: spelled.slice(start, end) };
  }
}
