import { plain } from './wordScan';

/**
 * Words that were met last, with their ids, by the last bits of their hashes. Most words of a text are of few hundred,
 * and the tables of all words are too large for the fastest memory.
 */
export interface SeenWords {
  hashes: Int32Array;
  /** How many letters each has; 0 for none. */
  lengths: Uint8Array;
  ids: Uint32Array;
  /** Their small letters, so many bytes for each. */
  letters: Uint8Array;
}

const SLOTS = 1 << 11;
/** Longer words are not kept. */
const LONGEST = 16;

export const noSeenWords = (): SeenWords => ({
  hashes: new Int32Array(SLOTS),
  lengths: new Uint8Array(SLOTS),
  ids: new Uint32Array(SLOTS),
  letters: new Uint8Array(SLOTS * LONGEST),
});

/** The id of a plain word `[start, end)` of a text that was met before; -1 where it was not, or long ago. */
export function seenId(
  seen: SeenWords,
  hash: number,
  units: Uint16Array,
  start: number,
  end: number,
): number {
  const slot = hash & (SLOTS - 1);
  if (seen.hashes[slot] !== hash || seen.lengths[slot] !== end - start) return -1;
  const { letters } = seen;
  for (let at = start, kept = slot * LONGEST; at < end; at++, kept++)
    if (plain[units[at]!] !== letters[kept]) return -1;
  return seen.ids[slot]!;
}

/** Keeps a plain word in place of another. */
export function keepSeen(
  seen: SeenWords,
  hash: number,
  units: Uint16Array,
  start: number,
  end: number,
  id: number,
): void {
  if (end - start > LONGEST) return;
  const slot = hash & (SLOTS - 1);
  seen.hashes[slot] = hash;
  seen.lengths[slot] = end - start;
  seen.ids[slot] = id;
  for (let at = start, kept = slot * LONGEST; at < end; at++, kept++) seen.letters[kept] = plain[units[at]!]!;
}
