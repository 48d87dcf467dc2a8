import { characterKind, LETTER, SEPARATOR, WHOLE } from '../folding/characterKinds';
import { isApostrophe } from './known/letters';
import { breakBetween, NEXT_LINE, NEXT_SENTENCE } from './sentenceEnds';
import { idAt, plainIdAt, type WordIds } from './known/wordIds';
import { plainCodes, readSeen } from './known/seenWords';
import { emptyScan, scanWord } from './known/wordScan';
import { unitsOf } from '../folding/units';
import { emptyWords, makeRoom, type Words } from './words';

/**
 * Splits a folded text into words in one walk, and finds their ids where there is a vocabulary.
 *
 * @param units those of the text, with a zero behind them
 */
export function readWords(text: string, ids?: WordIds, units = unitsOf(text)): Words {
  const words = emptyWords(text, ids);
  const scan = emptyScan();
  const { length } = text;
  const { triggersOf } = words;
  const seen = ids?.seen;
  // What changes with each word stands in variables until the end: an object of the heap is slower.
  let { ids: wordIds, starts, ends, sentences, clauses, places } = words;
  let count = 0;
  let triggers = 0;
  let sentence = 0;
  let clause = 0;
  let place = 0;
  // Where the gap before the next word begins, and what stands before it.
  let gap = 0;
  let before: number = SEPARATOR;
  for (let i = 0; i < length;) {
    const unit = units[i]!;
    let kind: number = SEPARATOR;
    let next = i + 1;
    if (unit < 0x80) {
      if (plainCodes[unit] !== 0) kind = LETTER;
      // An escape of JSON in a plain text: the letter belongs to no word.
      else if (unit === 0x5c && next < length && isLayout(units[next]!)) next += 1;
    } else {
      const codePoint = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(i)! : unit;
      kind = characterKind(codePoint);
      if (codePoint > 0xffff) next += 1;
    }
    if (kind === SEPARATOR) {
      i = next;
      continue;
    }
    if (count > 0 && i !== gap && !(i === gap + 1 && units[gap] === 0x20)) {
      const between = breakBetween(text, gap, i, kind === WHOLE || before === WHOLE, units);
      if (between === NEXT_SENTENCE) sentence += 1;
      if (between === NEXT_SENTENCE || (between === NEXT_LINE && !isSmall(text, i, unit))) clause += 1;
    }
    let end = seen && unit < 0x80 ? readSeen(seen, units, i) : -1;
    let id = 0;
    if (end > 0) id = seen!.id >= 0 ? seen!.id : plainIdAt(ids!, scan, units, text, i, end);
    else {
      end = kind === WHOLE ? next : endOfWord(text, i);
      if (ids) {
        scanWord(scan, text, i, end, ids.beginnings);
        id = idAt(ids, scan, text, i, end);
      }
    }
    if (count === wordIds.length)
      ({ ids: wordIds, starts, ends, sentences, clauses, places } = makeRoom(words, count));
    if (id > 0) triggers |= triggersOf[id]!;
    wordIds[count] = id;
    starts[count] = i;
    ends[count] = end;
    sentences[count] = sentence;
    clauses[count] = clause;
    places[count] = place;
    count += 1;
    place += kind === WHOLE ? 1 : 2;
    gap = i = end;
    before = kind;
  }
  words.length = count;
  words.triggers = triggers;
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

/** Whether a letter of a text is a small one; half of a pair is none. */
function isSmall(text: string, at: number, unit: number): boolean {
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : /\p{Ll}/u.test(text[at]!);
}

/** Whether the letter after a backslash makes it an end of line or a tab. */
function isLayout(unit: number): boolean {
  return unit === 0x6e || unit === 0x72 || unit === 0x74;
}
