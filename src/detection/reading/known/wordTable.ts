import { filterBit, type LexiconTables, slotOf } from '../../lexicon/tables/lexiconTables';
import { isApostrophe, smallLetter } from './letters';
import type { WordScan } from './wordScan';

/** The id of a word of a text whose letters were read; that of the word it is a slip of, with a minus; 0 for neither. */
export function wordIn(
  tables: LexiconTables,
  { hash, letters }: WordScan,
  text: string,
  start: number,
  end: number,
): number {
  const { wordHashes, wordIds } = tables;
  const slots = wordIds.length;
  for (let slot = slotOf(hash, slots); wordIds[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
    if (wordHashes[slot] !== hash) continue;
    const id = wordIds[slot]!;
    if (id > 0) {
      if (lengthOf(tables, id) === letters && beginsWith(tables, id, text, start, end)) return id;
    } else if (isSlip(tables, -id, letters, text, start, end)) return id;
  }
  return 0;
}

/** The id of the first word, or slip, with this hash; 0 for none. */
export function firstWith({ wordHashes, wordIds, wordBits }: LexiconTables, hash: number): number {
  const bit = filterBit(hash);
  if (((wordBits[bit >> 5]! >>> (bit & 31)) & 1) === 0) return 0;
  const slots = wordIds.length;
  for (let slot = slotOf(hash, slots); wordIds[slot] !== 0; slot = (slot + 1) & (slots - 1))
    if (wordHashes[slot] === hash) return wordIds[slot]!;
  return 0;
}

/** How many letters a word or a beginning has, by its id. */
export function lengthOf({ lettersFrom }: LexiconTables, id: number): number {
  return lettersFrom[id + 1]! - lettersFrom[id]!;
}

/** What a word or a beginning says, by its id. */
export function spelledOut({ letters, lettersFrom }: LexiconTables, id: number): string {
  return String.fromCharCode(...letters.subarray(lettersFrom[id], lettersFrom[id + 1]));
}

/** Whether a word of a text, its apostrophes left out, begins with what an id says. */
export function beginsWith(
  tables: LexiconTables,
  id: number,
  text: string,
  start: number,
  end: number,
): boolean {
  return countAlike(tables, id, text, start, end) === lengthOf(tables, id);
}

/** How many letters of a word of a text, from the first, are those of an id. */
function countAlike(
  { letters, lettersFrom }: LexiconTables,
  id: number,
  text: string,
  start: number,
  end: number,
): number {
  const from = lettersFrom[id]!;
  const length = lettersFrom[id + 1]! - from;
  let at = start;
  for (let k = 0; k < length; k++, at++) {
    while (at < end && isApostrophe(text.charCodeAt(at))) at += 1;
    if (at >= end || smallLetter(text.charCodeAt(at)) !== smallLetter(letters[from + k]!)) return k;
  }
  return length;
}

/** Whether a word of a text is another with one letter left out, too many or mistaken, or with two neighbours swapped. */
function isSlip(
  tables: LexiconTables,
  id: number,
  letters: number,
  text: string,
  start: number,
  end: number,
): boolean {
  const word = spelledOut(tables, id);
  const written = text
    .slice(start, end)
    .replace(/['’‘`´]/g, '')
    .toLowerCase();
  const same = countAlike(tables, id, text, start, end);
  if (letters === word.length - 1) return written.slice(same) === word.slice(same + 1);
  if (letters === word.length + 1) return written.slice(same + 1) === word.slice(same);
  if (letters !== word.length) return false;
  if (written.slice(same + 1) === word.slice(same + 1)) return true;
  return (
    written[same] === word[same + 1] &&
    written[same + 1] === word[same] &&
    written.slice(same + 2) === word.slice(same + 2)
  );
}
