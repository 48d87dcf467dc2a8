import { characterKind, LETTER, SEPARATOR, WHOLE } from '../folding/characterKinds';
import { isApostrophe } from './known/letters';
import { breakBetween, NEXT_LINE, NEXT_SENTENCE } from './sentenceEnds';
import type { WordIds } from './known/wordIds';
import { addLetter, beginScan, type WordScan } from './known/wordScan';
import { emptyWords, makeRoom, type Words } from './words';

/** Splits a folded text into words in one walk, and finds their ids where there is a vocabulary. */
export function readWords(text: string, ids?: WordIds): Words {
  const words = emptyWords(text, ids);
  const scan: WordScan = { hash: 0, letters: 0, beginning: 0, mixed: false };
  let sentence = 0;
  let clause = 0;
  let place = 0;
  // Where the gap before the next word begins, and what stands before it.
  let gap = 0;
  let before: number = SEPARATOR;
  for (let i = 0; i < text.length;) {
    const unit = text.charCodeAt(i);
    if (unit === 0x5c && isLayout(text.charCodeAt(i + 1))) {
      // An escape of JSON in a plain text: the letter belongs to no word.
      i += 2;
      continue;
    }
    const codePoint = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(i)! : unit;
    const kind = characterKind(codePoint);
    const next = i + (codePoint > 0xffff ? 2 : 1);
    if (kind === SEPARATOR) {
      i = next;
      continue;
    }
    if (words.length > 0 && i !== gap && !(i === gap + 1 && text.charCodeAt(gap) === 0x20)) {
      const between = breakBetween(text, gap, i, kind === WHOLE || before === WHOLE);
      if (between === NEXT_SENTENCE) sentence += 1;
      if (between === NEXT_SENTENCE || (between === NEXT_LINE && !/\p{Ll}/u.test(text[i]!))) clause += 1;
    }
    let end = next;
    if (kind === WHOLE) {
      beginScan(scan);
      if (ids) for (let k = i; k < next; k++) addLetter(scan, text.charCodeAt(k), ids.beginnings);
    } else {
      end = readLetters(text, i, scan, ids);
    }
    makeRoom(words);
    const at = words.length++;
    const id = ids ? ids.idAt(scan, text, i, end) : 0;
    words.ids[at] = id;
    words.starts[at] = i;
    words.ends[at] = end;
    words.sentences[at] = sentence;
    words.clauses[at] = clause;
    words.places[at] = place;
    words.triggers |= words.triggersOf[id]!;
    place += kind === WHOLE ? 1 : 2;
    gap = i = end;
    before = kind;
  }
  return words;
}

/** Reads a word of letters, and the marks that join them; gives its end. */
function readLetters(text: string, start: number, scan: WordScan, ids: WordIds | undefined): number {
  beginScan(scan);
  let end = start;
  for (let i = start; i < text.length;) {
    const unit = text.charCodeAt(i);
    const codePoint = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(i)! : unit;
    const kind = characterKind(codePoint);
    if (kind === LETTER) {
      if (unit >= 0x30 && unit <= 0x39) scan.mixed = true;
      if (ids) {
        addLetter(scan, unit, ids.beginnings);
        if (codePoint > 0xffff) addLetter(scan, text.charCodeAt(i + 1), ids.beginnings);
      }
      i += codePoint > 0xffff ? 2 : 1;
      end = i;
    } else {
      if (kind === WHOLE || !joins(text, i)) break;
      if (!isApostrophe(unit)) scan.mixed = true;
      i += 1;
    }
  }
  return end;
}

/** Whether a separator is part of a word: `don't`, `p@$$word`. */
function joins(text: string, at: number): boolean {
  const separator = text.charCodeAt(at);
  if (separator === 0x20) return false;
  if (separator === 0x40 || separator === 0x24) return /[A-Za-z0-9@$]/.test(text[at + 1] ?? '');
  // A short ending only: the elided article of `l'instruction` is a word of its own.
  return isApostrophe(separator) && /^[a-z]{1,2}(?![a-z])/i.test(text.slice(at + 1, at + 4));
}

/** Whether the letter after a backslash makes it an end of line or a tab. */
function isLayout(unit: number): boolean {
  return unit === 0x6e || unit === 0x72 || unit === 0x74;
}
