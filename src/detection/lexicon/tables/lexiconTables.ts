/**
 * The phrases of all languages as readers of texts need them: plain tables, which a build makes ahead of time, since
 * making them takes longer than to load and run all else. Words are numbers, their ids: 0 is a word that no phrase has,
 * then come the words of phrases, the trigger words, and the beginnings of words whose ending is free.
 */
export interface LexiconTables {
  /** The first id of a trigger word, of a beginning, and of nothing. */
  bounds: Uint32Array;
  /** What all ids say, one behind another, in UTF-16 code units. */
  letters: Uint16Array;
  /** By id, and once more behind the last, where its letters begin. */
  lettersFrom: Uint32Array;
  /** By id, the groups of trigger words that it is in, a bit for each. */
  triggers: Uint32Array;
  /** By id, the longest beginning that its word goes on from; 0 where there is none. */
  beginnings: Uint32Array;
  /**
   * A hash table with open addressing: hashes of words, at the slot that `slotOf` says or behind it, and the id
   * of each; of a slip of typing, the id of the word that is meant with a minus; 0 for an empty slot.
   */
  wordHashes: Int32Array;
  wordIds: Int32Array;
  /** A bit for each hash that is in the table, by its first bits: most words of a text are not. */
  wordBits: Uint32Array;
  /**
   * The phrases as an automaton over ids whose states are numbers; 0 is none. Where it goes first, by id.
   */
  starts: Uint32Array;
  /** Where it goes on: a hash table whose keys are a state and an id, and 0 for an empty slot. */
  steps: Uint32Array;
  stepsTo: Uint32Array;
  /** By state, a bit for each id that it has a step for, by the last bits of the id: most words have none. */
  goesOn: Uint32Array;
  /** By state, and once more behind the last, where the list of what its phrases say begins. */
  saysFrom: Uint32Array;
  /** Indexes of concepts, and the languages that say so: a bit for each. */
  concepts: Uint8Array;
  languages: Uint32Array;
}

/** The key of a step. Both numbers have 16 bits. */
export function stepKey(state: number, id: number): number {
  return ((state << 16) | id) >>> 0;
}

/** How many bits there are for hashes of words, as a power of two. */
const FILTER = 20;

/** How many 32 bits that makes. */
export const FILTER_LENGTH = 2 ** (FILTER - 5);

/** The bit of a hash. */
export function filterBit(hash: number): number {
  return hash >>> (32 - FILTER);
}

/** The slot where a key is looked for first, in a table of so many slots: a power of two. */
export function slotOf(key: number, slots: number): number {
  const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & (slots - 1);
}
