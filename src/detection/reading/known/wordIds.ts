import type { LexiconTables } from '../../lexicon/tables/lexiconTables';
import { type Known, spellingOf } from '../words';
import { keepSeen, noSeenWords, type SeenWords } from './seenWords';
import { readDigits } from './readDigits';
import {
  type Beginnings,
  emptyBeginnings,
  emptyScan,
  hashOf,
  isPlainly,
  markBeginning,
  scanPlain,
  scanWord,
  type WordScan,
} from './wordScan';
import { beginsWith, firstWith, lengthOf, spelledOut, wordIn } from './wordTable';

/**
 * The words of a lexicon by numbers. A word of a text is the known one that it is; else the longest known
 * beginning, where the ending is free; else the known word that is meant by its digits or by a slip of typing.
 */
export interface WordIds extends Known {
  tables: LexiconTables;
  beginnings: Beginnings;
  seen: SeenWords;
  /** What words say that were asked for, by their ids. */
  spellings: (string | undefined)[];
  /** How words of phrases begin; read when it is first asked for. */
  openings?: ReadonlySet<string>;
}

/** Beginnings up to this length say too little: a word is rather a slip of typing. */
const SHORT = 3;

export function wordIdsOf(tables: LexiconTables): WordIds {
  const [, firstOpen, count] = tables.bounds;
  const beginnings = emptyBeginnings();
  for (let id = firstOpen!; id < count!; id++) markBeginning(beginnings, hashOf(spelledOut(tables, id)), id);
  // With room for all: an array that is filled from its end would be a table of hashes.
  const spellings = new Array<string | undefined>(firstOpen!);
  return {
    tables,
    beginnings,
    seen: noSeenWords(),
    spellings,
    triggersOf: tables.triggers,
    spelling: (id) => (id === 0 || id >= firstOpen! ? undefined : (spellings[id] ??= spelledOut(tables, id))),
  };
}

/** The same as `idAt` for a word that was read by `readSeen`; it is kept. */
export function plainIdAt(
  ids: WordIds,
  scan: WordScan,
  units: Uint16Array,
  text: string,
  start: number,
  end: number,
): number {
  scanPlain(scan, units, start, end, ids.beginnings);
  const id = newIdAt(ids, scan, units, text, start, end);
  keepSeen(ids.seen, id);
  return id;
}

function newIdAt(
  ids: WordIds,
  scan: WordScan,
  units: Uint16Array,
  text: string,
  start: number,
  end: number,
): number {
  const { tables } = ids;
  const id = firstWith(tables, scan.hash);
  if (id === 0 && scan.beginning === 0 && !scan.mixed) return 0;
  if (id > 0) {
    const { letters, lettersFrom } = tables;
    const from = lettersFrom[id]!;
    const to = lettersFrom[id + 1]!;
    if (to - from === end - start && isPlainly(units, start, letters, from, to)) return id;
  }
  return idAt(ids, scan, text, start, end);
}

/** The id of a word of a text whose letters were read by `scanWord`; 0 where it means nothing known. */
export function idAt(ids: WordIds, seen: WordScan, text: string, start: number, end: number): number {
  const { tables } = ids;
  const found = wordIn(tables, seen, text, start, end);
  if (found > 0) return found;
  const beginning = beginningOf(ids, seen, text, start, end);
  if (beginning > 0 && lengthOf(tables, beginning) > SHORT) return beginning;
  if (seen.mixed) {
    const meant = readDigits(spellingOf(text.slice(start, end)), (word) => isKnown(ids, word));
    if (meant !== undefined) return idOf(ids, meant);
  } else if (found < 0) return -found;
  return beginning;
}

function beginningOf(
  { tables }: WordIds,
  { beginning }: WordScan,
  text: string,
  start: number,
  end: number,
): number {
  return beginning > 0 && beginsWith(tables, beginning, text, start, end) ? beginning : 0;
}

const single = emptyScan();

/** The id of a spelling; 0 where it means nothing known. */
export function idOf(ids: WordIds, spelling: string): number {
  const seen = emptyScan();
  scanWord(seen, spelling, 0, spelling.length, ids.beginnings);
  return idAt(ids, seen, spelling, 0, spelling.length);
}

/** Whether a spelling is a word of phrases. */
export function isWhole({ tables, beginnings }: WordIds, spelling: string): boolean {
  scanWord(single, spelling, 0, spelling.length, beginnings);
  const id = wordIn(tables, single, spelling, 0, spelling.length);
  return id > 0 && id < tables.bounds[0]!;
}

/** Whether a spelling is a word of phrases, or begins with one whose ending is free. */
function isKnown(ids: WordIds, spelling: string): boolean {
  if (isWhole(ids, spelling)) return true;
  const beginning = beginningOf(ids, single, spelling, 0, spelling.length);
  return beginning > 0 && lengthOf(ids.tables, beginning) > SHORT;
}

/** Whether a word of phrases begins with these letters. */
export function isOpening(ids: WordIds, letters: string): boolean {
  return (ids.openings ??= openingsOf(ids.tables)).has(letters);
}

function openingsOf(tables: LexiconTables): Set<string> {
  const openings = new Set<string>();
  for (let id = 1; id < tables.bounds[0]!; id++) {
    const word = spelledOut(tables, id);
    for (let n = 1; n <= word.length; n++) openings.add(word.slice(0, n));
  }
  return openings;
}
