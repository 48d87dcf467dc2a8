import { isApostrophe, smallLetter } from './letters';
import { LONGEST_WORD } from '../words';

/** A word while its letters are read, in place of a string for each word of a text. */
export interface WordScan {
  /** Of its small letters. */
  hash: number;
  letters: number;
  /** Id of the longest known beginning so far; 0 for none. */
  beginning: number;
  /** Whether it has digits or signs, which may stand for letters, and letters. */
  mixed: boolean;
}

/** Beginnings of words by the hash of their letters. */
export interface Beginnings {
  /** A bit for each hash, by its last bits. */
  bits: Uint32Array;
  ids: Map<number, number>;
}

/** The hash of nothing, and the prime that it is multiplied with: FNV-1a of 32 bits, over code units. */
const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
/** How many bits there are for beginnings. */
const BITS = 1 << 15;

export const emptyBeginnings = (): Beginnings => ({ bits: new Uint32Array(BITS >> 5), ids: new Map() });

export const emptyScan = (): WordScan => ({ hash: BASIS, letters: 0, beginning: 0, mixed: false });

/** Small letters and digits of ASCII by their code unit, in either case; 0 for what is none. */
const plain = new Uint8Array(0x80);
for (let unit = 0; unit < plain.length; unit++) {
  const letter = String.fromCharCode(unit).toLowerCase();
  if (/[a-z0-9]/.test(letter)) plain[unit] = letter.charCodeAt(0);
}

/** Reads the letters of a word of plain ones, of at most so many as are looked up. */
export function scanPlain(
  scan: WordScan,
  units: Uint16Array,
  start: number,
  end: number,
  { bits, ids }: Beginnings,
): void {
  let hash = BASIS;
  let beginning = 0;
  let digits = false;
  let letters = false;
  for (let at = start; at < end; at++) {
    const unit = plain[units[at]!]!;
    if (unit < 0x61) digits = true;
    else letters = true;
    hash = Math.imul(hash ^ unit, PRIME);
    const bit = (hash ^ (hash >>> 15)) & (BITS - 1);
    if ((bits[bit >> 5]! >>> (bit & 31)) & 1) beginning = ids.get(hash) ?? beginning;
  }
  scan.hash = hash;
  scan.letters = end - start;
  scan.beginning = beginning;
  scan.mixed = digits && letters;
}

/** Whether a plain word of a text begins with these small letters. */
export function isPlainly(
  units: Uint16Array,
  start: number,
  letters: Uint16Array,
  from: number,
  to: number,
): boolean {
  for (let k = from; k < to; k++) if (plain[units[start + k - from]!] !== letters[k]) return false;
  return true;
}

/** Reads the letters of a word of a text; marks that join them are left out. */
export function scanWord(
  scan: WordScan,
  text: string,
  start: number,
  end: number,
  { bits, ids }: Beginnings,
): void {
  let hash = BASIS;
  let letters = 0;
  let beginning = 0;
  let mixed = false;
  for (let i = start; i < end && letters < LONGEST_WORD; i++) {
    let unit = text.charCodeAt(i);
    if (unit < 0x61 || unit > 0x7a) {
      if (unit >= 0x41 && unit <= 0x5a) unit |= 0x20;
      else if (unit >= 0x30 && unit <= 0x39) mixed = true;
      else if (unit === 0x40 || unit === 0x24) {
        mixed = true;
        continue;
      } else if (isApostrophe(unit)) continue;
      else unit = smallLetter(unit);
    }
    hash = Math.imul(hash ^ unit, PRIME);
    letters += 1;
    const bit = (hash ^ (hash >>> 15)) & (BITS - 1);
    if ((bits[bit >> 5]! >>> (bit & 31)) & 1) beginning = ids.get(hash) ?? beginning;
  }
  scan.hash = hash;
  scan.letters = letters;
  scan.beginning = beginning;
  scan.mixed = mixed;
}

const nothing = emptyBeginnings();
const single = emptyScan();

/** The hash of a whole word. */
export function hashOf(word: string): number {
  scanWord(single, word, 0, word.length, nothing);
  return single.hash;
}

export function markBeginning({ bits, ids }: Beginnings, hash: number, id: number): void {
  ids.set(hash, id);
  const bit = (hash ^ (hash >>> 15)) & (BITS - 1);
  bits[bit >> 5]! |= 1 << (bit & 31);
}
