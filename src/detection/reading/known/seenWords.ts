import { SEPARATOR, characterKind } from '../../folding/characterKinds';
import { LONGEST_WORD } from '../words';
import { isApostrophe } from './letters';

/**
 * Plain words that were met before, and their ids: most words of a text are among few. A word is three numbers of five
 * letters each, so that nothing of it is left out.
 */
export interface SeenWords {
  /** So many numbers for each slot: the letters and the id; zeros for an empty one. */
  slots: Int32Array;
  /** The word that was read last: its letters, the slot that is its own, and its id; -1 where the slot holds another. */
  first: number;
  second: number;
  third: number;
  slot: number;
  id: number;
}

/** How many words are kept, as a power of two, and how many numbers each is. */
const SLOTS = 15;
const WIDTH = 4;
/** Bits of a letter, and how many letters a number holds. */
const BITS = 6;
const EACH = 5;
/** Longer words are not kept. */
const LONGEST = 3 * EACH;

export const noSeenWords = (): SeenWords => ({
  slots: new Int32Array(WIDTH << SLOTS),
  first: 0,
  second: 0,
  third: 0,
  slot: 0,
  id: 0,
});

/** 1 to 36 for the letters, in either case, and the digits of ASCII by their code unit; 0 for what is none. */
export const plainCodes = new Uint8Array(0x10000);
for (const [index, letter] of Array.from('abcdefghijklmnopqrstuvwxyz0123456789').entries()) {
  plainCodes[letter.charCodeAt(0)] = index + 1;
  plainCodes[letter.toUpperCase().charCodeAt(0)] = index + 1;
}

/**
 * Reads a word of plain letters, as most words are, and looks it up among those that were met.
 *
 * @param units of a text, with a zero behind it
 * @returns its end; -1 where marks or other letters belong to it, or it is too long for a word
 */
export function readSeen(seen: SeenWords, units: Uint16Array, start: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let at = start;
  let code = plainCodes[units[at]!]!;
  for (const to = start + EACH; code !== 0 && at < to; code = plainCodes[units[++at]!]!)
    first = (first << BITS) | code;
  if (code !== 0) {
    for (const to = start + 2 * EACH; code !== 0 && at < to; code = plainCodes[units[++at]!]!)
      second = (second << BITS) | code;
    for (const to = start + LONGEST; code !== 0 && at < to; code = plainCodes[units[++at]!]!)
      third = (third << BITS) | code;
    while (plainCodes[units[at]!] !== 0) at += 1;
  }
  const next = units[at]!;
  if (next !== 0x20 && mayGoOn(next, units[at + 1]!)) return -1;
  seen.id = -1;
  if (at - start > LONGEST_WORD) return -1;
  if (at - start > LONGEST) {
    seen.slot = -1;
    return at;
  }
  const mixed = Math.imul(first, 0x2c1b3c6d) ^ Math.imul(second, 0x297a2d39) ^ Math.imul(third, 0x5bd1e995);
  const slot = ((mixed ^ (mixed >>> 15)) & ((1 << SLOTS) - 1)) * WIDTH;
  const { slots } = seen;
  seen.slot = slot;
  const other = slot ^ WIDTH;
  if (slots[slot] === first && slots[slot + 1] === second && slots[slot + 2] === third)
    seen.id = slots[slot + 3]!;
  else if (slots[other] === first && slots[other + 1] === second && slots[other + 2] === third)
    seen.id = slots[other + 3]!;
  else {
    seen.first = first;
    seen.second = second;
    seen.third = third;
  }
  return at;
}

/** Keeps the word that was read last; one that is in its slot goes to the neighbour of that, the one there is forgotten. */
export function keepSeen({ slots, slot, first, second, third }: SeenWords, id: number): void {
  if (slot < 0) return;
  slots.copyWithin(slot ^ WIDTH, slot, slot + WIDTH);
  slots[slot] = first;
  slots[slot + 1] = second;
  slots[slot + 2] = third;
  slots[slot + 3] = id;
}

/** Whether a word may go on with a code unit, that is no plain letter, and the next one. */
function mayGoOn(unit: number, next: number): boolean {
  if (unit >= 0x80) return isSurrogate(unit) || isApostrophe(unit) || characterKind(unit) !== SEPARATOR;
  // An apostrophe, or a sign that stands for a letter: before a space or another sign it is none.
  return (isApostrophe(unit) || isLetterSign(unit)) && (isLetterSign(next) || plainCodes[next] !== 0);
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000;
/** "@" and "$", which stand for "a" and "s". */
const isLetterSign = (unit: number): boolean => unit === 0x40 || unit === 0x24;
