import { type Concept, concepts } from '../lexicon/concepts';
import { firstIndex } from './words';

/** A phrase of the lexicon found in a text: words `first` to `last`, both included. */
export interface Mark {
  concept: Concept;
  first: number;
  last: number;
}

/** The marks of a text column by column, in the order of their first words and then of their last. */
export interface Marks {
  length: number;
  /** Indexes of concepts. */
  concepts: Uint8Array;
  /** The languages that a phrase may be of: a bit for each. */
  languages: Uint32Array;
  firsts: Uint32Array;
  lasts: Uint32Array;
}

/** Memory of marks that are done with: getting new memory for each text would take as long as filling it. */
let spare: ArrayBufferLike | undefined;
/** More is given back, bytes. */
const MOST_SPARE = 1 << 20;
/** Three numbers and an index of a concept. */
const BYTES = 13;

/** @param room for so many, before more has to be made */
export function emptyMarks(room: number): Marks {
  const bytes = spare && spare.byteLength >= BYTES * room ? spare : new ArrayBuffer(BYTES * room);
  if (bytes === spare) spare = undefined;
  const most = Math.floor(bytes.byteLength / BYTES);
  return {
    length: 0,
    languages: new Uint32Array(bytes, 0, most),
    firsts: new Uint32Array(bytes, 4 * most, most),
    lasts: new Uint32Array(bytes, 8 * most, most),
    concepts: new Uint8Array(bytes, 12 * most, most),
  };
}

/** Ends the use of marks: their columns may serve for another text. */
export function dropMarks({ languages }: Marks): void {
  if (languages.buffer.byteLength <= MOST_SPARE) spare = languages.buffer;
}

/** Adds a mark after those that begin before it, and after those that begin with the same word and end before it. */
export function addMark(marks: Marks, concept: number, languages: number, first: number, last: number): void {
  if (marks.length === marks.firsts.length) widen(marks);
  let at = marks.length++;
  while (at > 0 && marks.firsts[at - 1] === first && marks.lasts[at - 1]! > last) {
    marks.concepts[at] = marks.concepts[at - 1]!;
    marks.languages[at] = marks.languages[at - 1]!;
    marks.firsts[at] = marks.firsts[at - 1]!;
    marks.lasts[at] = marks.lasts[at - 1]!;
    at -= 1;
  }
  marks.concepts[at] = concept;
  marks.languages[at] = languages;
  marks.firsts[at] = first;
  marks.lasts[at] = last;
}

function widen(marks: Marks): void {
  const { concepts, languages, firsts, lasts } = marks;
  marks.concepts = new Uint8Array(2 * marks.length);
  marks.concepts.set(concepts);
  marks.languages = new Uint32Array(2 * marks.length);
  marks.languages.set(languages);
  marks.firsts = new Uint32Array(2 * marks.length);
  marks.firsts.set(firsts);
  marks.lasts = new Uint32Array(2 * marks.length);
  marks.lasts.set(lasts);
}

/** A mark by its index, where there is one. */
export function markAt(marks: Marks, index: number): Mark | undefined {
  if (index < 0 || index >= marks.length) return undefined;
  return {
    concept: concepts[marks.concepts[index]!]!,
    first: marks.firsts[index]!,
    last: marks.lasts[index]!,
  };
}

/** Index of the first mark that begins at this word or after it. */
export function firstMarkFrom(marks: Marks, word: number): number {
  return firstIndex(marks.length, (index) => marks.firsts[index]! >= word);
}

/** The indexes of the marks, concept by concept, so that a grammar need not look at concepts that it does not name. */
export interface MarkGroups {
  order: Uint32Array;
  /** Where the group of a concept begins in `order`, by the index of the concept, and where the last ends. */
  bounds: Uint32Array;
}

export function groupMarks(marks: Marks): MarkGroups {
  const bounds = new Uint32Array(concepts.length + 2);
  bounds[concepts.length + 1] = marks.length;
  for (let i = 0; i < marks.length; i++) bounds[marks.concepts[i]! + 1]! += 1;
  for (let concept = 0; concept < concepts.length; concept++) bounds[concept + 1]! += bounds[concept]!;
  const order = new Uint32Array(marks.length);
  // From the last on, so that the end of each group moves to its beginning.
  for (let i = marks.length - 1; i >= 0; i--) order[--bounds[marks.concepts[i]! + 1]!] = i;
  return { order, bounds: bounds.subarray(1) };
}

/** The indexes of the marks of a concept, ascending. */
export function marksOf({ order, bounds }: MarkGroups, concept: number): Uint32Array {
  return order.subarray(bounds[concept], bounds[concept + 1]);
}

/** Whether there is any mark of a concept. */
export function occurs({ bounds }: MarkGroups, concept: number): boolean {
  return bounds[concept + 1]! > bounds[concept]!;
}
