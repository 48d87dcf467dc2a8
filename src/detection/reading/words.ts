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
  length: number;
  /** Index into `spellings`. */
  ids: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  sentences: Uint32Array;
  clauses: Uint32Array;
  places: Uint32Array;
  /** Each spelling once. */
  spellings: string[];
}

const columns = ['ids', 'starts', 'ends', 'sentences', 'clauses', 'places'] as const;

export function emptyWords(): Words {
  const [ids, starts, ends, sentences, clauses, places] = columns.map(() => new Uint32Array(64));
  return { length: 0, ids, starts, ends, sentences, clauses, places, spellings: [] } as unknown as Words;
}

/** Makes room for one more word. */
export function makeRoom(words: Words): void {
  if (words.length < words.ids.length) return;
  for (const column of columns) {
    const wider = new Uint32Array(2 * words.length);
    wider.set(words[column]);
    words[column] = wider;
  }
}

/** Moves a word to an earlier index, over the one there, and gives it another place. */
export function moveWord(words: Words, from: number, to: number, place: number): void {
  if (from !== to) for (const column of columns) words[column][to] = words[column][from]!;
  words.places[to] = place;
}

/** A word by its index, where there is one. */
export function wordAt(words: Words, index: number): Word | undefined {
  if (index < 0 || index >= words.length) return undefined;
  return {
    text: words.spellings[words.ids[index]!]!,
    start: words.starts[index]!,
    end: words.ends[index]!,
    sentence: words.sentences[index]!,
    clause: words.clauses[index]!,
    place: words.places[index]!,
  };
}

/** What a word says; empty where there is none. */
export function textAt(words: Words, index: number): string {
  return index < 0 || index >= words.length ? '' : words.spellings[words.ids[index]!]!;
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
