import type { Vocabulary } from '../../lexicon/vocabulary';
import { isApostrophe, smallLetter } from './letters';
import { readDigits } from './readDigits';
import {
  type Beginnings,
  emptyBeginnings,
  emptyScan,
  hashOf,
  markBeginning,
  scanWord,
  type WordScan,
} from './wordScan';
import { type Known, spellingOf } from '../words';

/**
 * The words of a vocabulary by numbers. A word of a text is the known one that it is; else the longest known
 * beginning, where the ending is free; else the known word that is meant by its digits or by a slip of typing.
 */
export interface WordIds extends Known {
  /** What a tree of phrases follows for each id: of a beginning, a word that is no other's. */
  forms: readonly string[];
  beginnings: Beginnings;
  /** The id of a spelling; 0 where it means nothing known. */
  idOf(spelling: string): number;
  /** The id of a word of a text whose letters were read by `scanWord`. */
  idAt(scan: WordScan, text: string, start: number, end: number): number;
}

/** An ending that no word has. */
const ENDING = '\uffff';
/** Beginnings up to this length say too little: a word is rather a slip of typing. */
const SHORT = 3;

/** @param groups words that expressions begin with, or need; group by group */
export function numberWords(vocabulary: Vocabulary, groups: readonly Iterable<string>[]): WordIds {
  const spellings: string[] = [''];
  const known = new Map<string, number>();
  const add = (word: string): number => {
    let id = known.get(word);
    if (id === undefined) known.set(word, (id = spellings.push(word) - 1));
    return id;
  };
  for (const word of vocabulary.words) add(word);
  const bits = groups.map((words) => Array.from(words, add));
  const forms = [...spellings];
  const beginnings = emptyBeginnings();
  const begun = beginnings.ids as Map<number, number>;
  for (const beginning of vocabulary.beginnings) {
    const hash = hashOf(beginning);
    begun.set(hash, forms.push(beginning + ENDING) - 1);
    markBeginning(beginnings, hash);
  }
  const triggersOf = new Uint32Array(forms.length);
  bits.forEach((ids, group) => {
    for (const id of ids) triggersOf[id]! |= 1 << group;
  });
  const table = hashTable([
    ...known,
    ...Array.from(vocabulary.slips, ([slip, word]): [string, number] => [slip, -known.get(word)!]),
  ]);

  const idAt = (scan: WordScan, text: string, start: number, end: number): number => {
    const found = table(scan.hash, scan.letters, text, start, end);
    if (found > 0) return found;
    const beginning =
      scan.beginning > 0 && begins(text, start, end, forms[scan.beginning]!) ? scan.beginning : 0;
    if (beginning > 0 && forms[beginning]!.length > SHORT + ENDING.length) return beginning;
    if (scan.mixed) {
      const meant = readDigits(spellingOf(text.slice(start, end)), vocabulary);
      if (meant !== undefined) return idOf(meant);
    } else if (found < 0) return -found;
    return beginning;
  };
  const scan = emptyScan();
  const idOf = (spelling: string): number => {
    scanWord(scan, spelling, 0, spelling.length, beginnings);
    return idAt(scan, spelling, 0, spelling.length);
  };
  return { spellings: [undefined, ...spellings.slice(1)], forms, triggersOf, beginnings, idOf, idAt };
}

type Table = (hash: number, letters: number, text: string, start: number, end: number) => number;

/** A hash table with open addressing: the number of a word, 0 where it has none. */
function hashTable(entries: readonly (readonly [word: string, id: number])[]): Table {
  const size = 2 ** Math.ceil(Math.log2(2 * entries.length + 2));
  const slots = new Int32Array(size);
  const hashes = new Int32Array(size);
  const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (size - 1);
  entries.forEach(([word], index) => {
    const hash = hashOf(word);
    let slot = slotOf(hash);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = index + 1;
    hashes[slot] = hash;
  });
  return (hash, letters, text, start, end) => {
    for (let slot = slotOf(hash); slots[slot] !== 0; slot = (slot + 1) & (size - 1)) {
      if (hashes[slot] !== hash) continue;
      const [word, id] = entries[slots[slot]! - 1]!;
      if (word.length === letters && begins(text, start, end, word)) return id;
    }
    return 0;
  };
}

/** Whether a word of a text, its apostrophes left out, begins with these letters; an ending that no word has aside. */
function begins(text: string, start: number, end: number, letters: string): boolean {
  const length = letters.endsWith(ENDING) ? letters.length - 1 : letters.length;
  let at = start;
  for (let k = 0; k < length; k++, at++) {
    while (at < end && isApostrophe(text.charCodeAt(at))) at += 1;
    if (at >= end || smallLetter(text.charCodeAt(at)) !== smallLetter(letters.charCodeAt(k))) return false;
  }
  return true;
}
