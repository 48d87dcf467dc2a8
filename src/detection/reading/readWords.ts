import { characterKind, LETTER, SEPARATOR, WHOLE } from '../folding/characterKinds';
import { emptyWords, makeRoom, type Words } from './words';

/** A longer run of letters is data, not a word. */
const LONGEST_WORD = 40;

/** Marks that join a short ending to a word: `don't`. */
const apostrophe = /['’‘`´]/;

/** Splits a folded text into words in one walk. */
export function readWords(text: string): Words {
  const words = emptyWords();
  const ids = new Map<string, number>();
  let sentence = 0;
  let clause = 0;
  let place = 0;
  // The word being read, where its start is not -1, and where the gap before the next one begins.
  let start = -1;
  let end = 0;
  let apostrophes = false;
  let gap = 0;
  let gapAfter = SEPARATOR;

  const push = (spelling: string, from: number, to: number, width: number): void => {
    let id = ids.get(spelling);
    if (id === undefined) {
      id = words.spellings.push(spelling) - 1;
      ids.set(spelling, id);
    }
    makeRoom(words);
    const at = words.length++;
    words.ids[at] = id;
    words.starts[at] = from;
    words.ends[at] = to;
    words.sentences[at] = sentence;
    words.clauses[at] = clause;
    words.places[at] = place;
    place += width;
    gap = to;
  };

  const finish = (): void => {
    if (start < 0) return;
    const written = text.slice(start, end);
    const letters = apostrophes ? written.replace(/['’‘`´]/g, '') : written;
    push(letters.slice(0, LONGEST_WORD).toLowerCase(), start, end, 2);
    gapAfter = LETTER;
    start = -1;
    apostrophes = false;
  };

  const begin = (at: number, kind: number): void => {
    if (words.length === 0 || at === gap) return;
    if (at === gap + 1 && text.charCodeAt(gap) === 0x20) return;
    const between = text.slice(gap, Math.min(at, gap + GAP));
    if (endsSentence(between, at - gap, text.slice(at, at + 4), kind === WHOLE || gapAfter === WHOLE)) {
      sentence += 1;
      clause += 1;
    } else if (between.includes('\n') && !/\p{Ll}/u.test(text[at] ?? '')) {
      clause += 1;
    }
  };

  for (let i = 0; i < text.length;) {
    const unit = text.charCodeAt(i);
    const codePoint = unit >= 0xd800 && unit < 0xdc00 ? text.codePointAt(i)! : unit;
    const next = i + (codePoint > 0xffff ? 2 : 1);
    if (unit === 0x5c && /[nrt]/.test(text[next] ?? '')) {
      // An escape of JSON in a plain text: the letter belongs to no word.
      finish();
      i = next + 1;
      continue;
    }
    const kind = characterKind(codePoint);
    if (kind === LETTER) {
      if (start < 0) {
        begin(i, LETTER);
        start = i;
      }
      end = next;
    } else if (kind === WHOLE) {
      finish();
      begin(i, WHOLE);
      push(text.slice(i, next), i, next, 1);
      gapAfter = WHOLE;
    } else if (start >= 0) {
      if (!joins(text, i)) finish();
      else if (apostrophe.test(text[i]!)) apostrophes = true;
    }
    i = next;
  }
  finish();
  return words;
}

/** Whether a separator is part of a word: `don't`, `p@$$word`. */
function joins(text: string, at: number): boolean {
  const separator = text[at]!;
  if (separator === ' ') return false;
  if (separator === '@' || separator === '$') return /[A-Za-z0-9@$]/.test(text[at + 1] ?? '');
  // A short ending only: the elided article of `l'instruction` is a word of its own.
  return apostrophe.test(separator) && /^[a-z]{1,2}(?![a-z])/i.test(text.slice(at + 1, at + 4));
}

/** Longest gap between two words that is read for signs of a new sentence, UTF-16 code units. */
const GAP = 60;

/**
 * Whether the text between two words ends a sentence, a list item, a table cell or a paragraph.
 *
 * @param length of the whole gap, of which `between` is the beginning
 * @param unspaced whether a script beside it needs no space after the end of a sentence
 */
function endsSentence(between: string, length: number, after: string, unspaced: boolean): boolean {
  if (unspaced && /[!?;]/.test(between)) return true;
  if (length < 2 && !/[。\n|]/.test(between)) return false;
  // The bars of `<|token|>` are not borders of table cells.
  const gap = between.replace(/<\|/g, '<').replace(/\|>/g, '>');
  if (gap.includes('\n') && /^\d{1,3}[.)]/.test(after)) return true;
  return /[.!?;…][\s"'”’)\]*_`]|[。।؟|]|\n[^\S\n]*\n|\n[^\S\n]*[-*+#>|•=~<`]|[.!?]$/.test(gap);
}
