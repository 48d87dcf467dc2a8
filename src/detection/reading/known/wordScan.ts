import { smallLetter } from './letters';
import { LONGEST_WORD } from '../words';

/** A word while its letters are read, in place of a string for each word of a text. */
export interface WordScan {
  /** Of its small letters. */
  hash: number;
  letters: number;
  /** Id of the longest known beginning so far; 0 for none. */
  beginning: number;
  /** Whether it has digits or signs, which may stand for letters. */
  mixed: boolean;
}

/** Beginnings of words by the hash of their letters. */
export interface Beginnings {
  /** A bit for each hash, by its last bits. */
  bits: Uint32Array;
  ids: ReadonlyMap<number, number>;
}

/** The hash of nothing, and the prime that it is multiplied with: FNV-1a of 32 bits, over code units. */
const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
/** How many bits there are for beginnings. */
const BITS = 1 << 15;

export const emptyBeginnings = (): Beginnings => ({ bits: new Uint32Array(BITS >> 5), ids: new Map() });

export function beginScan(scan: WordScan): void {
  scan.hash = BASIS;
  scan.letters = 0;
  scan.beginning = 0;
  scan.mixed = false;
}

/** Goes on by one code unit of a word. */
export function addLetter(scan: WordScan, unit: number, { bits, ids }: Beginnings): void {
  if (scan.letters === LONGEST_WORD) return;
  const hash = Math.imul(scan.hash ^ smallLetter(unit), PRIME);
  scan.hash = hash;
  scan.letters += 1;
  const bit = bitOf(hash);
  if ((bits[bit >> 5]! >>> (bit & 31)) & 1) scan.beginning = ids.get(hash) ?? scan.beginning;
}

/** The hash of a whole word. */
export function hashOf(word: string): number {
  let hash = BASIS;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ smallLetter(word.charCodeAt(i)), PRIME);
  return hash;
}

export function markBeginning({ bits }: Beginnings, hash: number): void {
  const bit = bitOf(hash);
  bits[bit >> 5]! |= 1 << (bit & 31);
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BITS - 1);
}
