import { characterKind, LETTER, SEPARATOR, WHOLE } from '../folding/characterKinds';
import { isApostrophe } from './known/letters';
import { breakBetween, NEXT_LINE, NEXT_SENTENCE } from './sentenceEnds';
import { idAt, type WordIds } from './known/wordIds';
import { emptyScan, scanWord } from './known/wordScan';
import { emptyWords, makeRoom, type Words } from './words';

/** Splits a folded text into words in one walk, and finds their ids where there is a vocabulary. */
export function readWords(text: string, ids?: WordIds): Words {
  const words = emptyWords(text, ids);
  const scan = emptyScan();
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
    const end = kind === WHOLE ? next : endOfWord(text, i);
    makeRoom(words);
    const at = words.length++;
    words.ids[at] = 0;
    if (ids) {
      scanWord(scan, text, i, end, ids.beginnings);
      const id = idAt(ids, scan, text, i, end);
      words.ids[at] = id;
      words.triggers |= ids.triggersOf[id]!;
    }
    words.starts[at] = i;
    words.ends[at] = end;
    words.sentences[at] = sentence;
    words.clauses[at] = clause;
    words.places[at] = place;
    place += kind === WHOLE ? 1 : 2;
    gap = i = end;
    before = kind;
  }
  return words;
}

/** The end of a word of letters, and of marks that join them. */
function endOfWord(text: string, start: number): number {
  let end = start;
  for (let i = start; i < text.length;) {
    const unit = text.charCodeAt(i);
    const codePoint = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(i)! : unit;
    const kind = characterKind(codePoint);
    if (kind === LETTER) {
      i += codePoint > 0xffff ? 2 : 1;
      end = i;
    } else {
      if (kind === WHOLE || !joins(text, i)) break;
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
