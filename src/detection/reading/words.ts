/** One word of a text, in plain lower-case letters. Offsets in UTF-16 code units of the folded text. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** Number of the sentence, list item or line it stands in. */
  sentence: number;
  /** Number of the clause: a sentence, or a line of it that starts with a capital letter. */
  clause: number;
  /** Distance from the start of the text: 2 a word, 1 a character where the script has no spaces. */
  place: number;
}

/**
 * The words of a text, column by column: a long text has millions, and an object for each would take ten
 * times the text's own memory. Only the first `length` elements of a column count.
 */
export interface Words {
  /** The folded text that they stand in. */
  text: string;
  length: number;
  /** What each word is to the vocabulary; 0 for a word that it does not know. */
  ids: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  sentences: Uint32Array;
  clauses: Uint32Array;
  places: Uint32Array;
  /** What a word of the vocabulary says, by its id: a word may stand for it that is written otherwise. */
  spelling(id: number): string | undefined;
  /** The groups of trigger words that each id is in, a bit for each. */
  triggersOf: Uint32Array;
  /** Those that occur. */
  triggers: number;
}

/** What words are looked up in. */
export type Known = Pick<Words, 'spelling' | 'triggersOf'>;
const nothingKnown: Known = { spelling: () => undefined, triggersOf: new Uint32Array(1) };

type Column = Uint32Array;
const columns = ['ids', 'starts', 'ends', 'sentences', 'clauses', 'places'] as const;

export function emptyWords(text: string, { spelling, triggersOf }: Known = nothingKnown): Words {
  // Room for most prose: a word has more than four characters, with what stands before it.
  const made = columnsOf(16 + (text.length >> 2));
  const [ids, starts, ends, sentences, clauses, places] = made as [
    Column,
    Column,
    Column,
    Column,
    Column,
    Column,
  ];
  // Written out: an object that is made by spreading others lives until the next great collection of garbage.
  return {
    text,
    length: 0,
    ids,
    starts,
    ends,
    sentences,
    clauses,
    places,
    spelling,
    triggersOf,
    triggers: 0,
  };
}

/** Memory of words that are done with: getting new memory for each text would take as long as reading it. */
let spare: ArrayBufferLike | undefined;
/** More is given back, bytes. */
const MOST_SPARE = 1 << 22;

/** Ends the use of words: their columns may serve for another text. */
export function dropWords({ ids }: Words): void {
  if (ids.buffer.byteLength <= MOST_SPARE) spare = ids.buffer;
}

/** Columns for so many words, in one piece of memory. */
function columnsOf(length: number): Uint32Array[] {
  const bytes = 4 * columns.length * length;
  const room = spare && spare.byteLength >= bytes ? spare : new ArrayBuffer(bytes);
  if (room === spare) spare = undefined;
  const most = Math.floor(room.byteLength / (4 * columns.length));
  return columns.map((_, index) => new Uint32Array(room, 4 * index * most, most));
}

/** Makes room for more words than the first so many. */
export function makeRoom(words: Words, count: number): Words {
  const wider = columnsOf(2 * count);
  columns.forEach((column, index) => {
    wider[index]!.set(words[column]);
    words[column] = wider[index]!;
  });
  return words;
}

/** Moves a word to an earlier index, over the one there, and gives it another place. */
export function moveWord(words: Words, from: number, to: number, place: number): void {
  const { ids, starts, ends, sentences, clauses, places } = words;
  ids[to] = ids[from]!;
  starts[to] = starts[from]!;
  ends[to] = ends[from]!;
  sentences[to] = sentences[from]!;
  clauses[to] = clauses[from]!;
  places[to] = place;
}

/** A word by its index, where there is one. */
export function wordAt(words: Words, index: number): Word | undefined {
  if (index < 0 || index >= words.length) return undefined;
  return {
    text: textAt(words, index),
    start: words.starts[index]!,
    end: words.ends[index]!,
    sentence: words.sentences[index]!,
    clause: words.clauses[index]!,
    place: words.places[index]!,
  };
}

/** What a word says; empty where there is none. */
export function textAt(words: Words, index: number): string {
  if (index < 0 || index >= words.length) return '';
  return (
    words.spelling(words.ids[index]!) ?? spellingOf(words.text.slice(words.starts[index], words.ends[index]))
  );
}

/** A longer run of letters is data, not a word. */
export const LONGEST_WORD = 40;

/** A word as it is looked up. */
export function spellingOf(written: string): string {
  return written
    .replace(/['’‘`´]/g, '')
    .slice(0, LONGEST_WORD)
    .toLowerCase();
}

/** Index of the first word that begins at an offset or after it; the number of words where none does. */
export function firstWordFrom(words: Words, offset: number): number {
  return firstIndex(words.length, (index) => words.starts[index]! >= offset);
}

/** The first index that holds, in a list where all after it do too; its length where none does. */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
