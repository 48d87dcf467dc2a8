import { foldCharacter, foldLookalikes } from './foldCharacters';

/** One word of a text, in plain lower-case letters. Offsets in UTF-16 code units of the text read. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** Number of the sentence, list item or line it stands in. */
  sentence: number;
  /** Number of the clause: a sentence, or a line of it that begins anew with a capital letter. */
  clause: number;
  /** Distance from the start of the text: 2 a word, 1 a character where the script has no spaces. */
  place: number;
}

/** Scripts written without spaces: each character is a word of its own. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}ー]/u;
const wordLike = /[\p{L}\p{N}\p{M}]/u;

type Kind = 'separator' | 'letter' | 'character';

const kinds = new Map<number, Kind>();

/** A longer run of letters is data, not a word. */
const LONGEST_WORD = 40;

/** Splits a text into words in one walk. Invisible characters inside a word do not end it. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  let place = 0;
  let current = '';
  let start = 0;
  let end = 0;
  let gap = 0;

  const finish = () => {
    if (current === '') return;
    words.push({ text: foldLookalikes(current), start, end, sentence, clause, place });
    place += 2;
    current = '';
    gap = end;
  };

  const beginWord = (at: number) => {
    if (at === gap) return;
    if (endsSentence(text, gap, at)) {
      sentence += 1;
      clause += 1;
    } else if (text.slice(gap, Math.min(at, gap + GAP)).includes('\n') && !/\p{Ll}/u.test(text[at] ?? '')) {
      clause += 1;
    }
  };

  for (let i = 0; i < text.length;) {
    const codePoint = text.codePointAt(i) ?? 0;
    const next = i + (codePoint > 0xffff ? 2 : 1);
    const form = foldCharacter(codePoint);
    if (form === '') {
      i = next;
      continue;
    }
    if (form === '\\' && /[nrt]/.test(text[next] ?? '')) {
      // An escape of JSON in a plain text: the letter belongs to no word.
      finish();
      i = next + 1;
      continue;
    }
    const kind = kindOf(codePoint, form);
    const begins = current === '' && kind !== 'separator';
    if (begins && words.length > 0) beginWord(i);

    if (kind === 'letter') {
      if (current === '') start = i;
      if (current.length < LONGEST_WORD) current += form;
      end = next;
    } else if (kind === 'character') {
      if (current !== '') {
        finish();
        beginWord(i);
      }
      words.push({ text: form, start: i, end: next, sentence, clause, place });
      place += 1;
      gap = next;
    } else if (current !== '' && !joins(text, i, next)) {
      finish();
    } else if (current !== '' && (form === '@' || form === '$')) {
      current += form;
    }
    i = next;
  }
  finish();
  return words;
}

function kindOf(codePoint: number, form: string): Kind {
  if (codePoint < 0x80) return /[a-z0-9]/.test(form) ? 'letter' : 'separator';
  let kind = kinds.get(codePoint);
  if (kind === undefined) {
    kind = unspaced.test(form) ? 'character' : wordLike.test(form) ? 'letter' : 'separator';
    kinds.set(codePoint, kind);
  }
  return kind;
}

/** Whether a separator stands inside a word: `don't`, `p@$$word`. */
function joins(text: string, at: number, next: number): boolean {
  const separator = text[at] ?? '';
  if (separator === '@' || separator === '$') return /[A-Za-z0-9@$]/.test(text[next] ?? '');
  // A short ending only: the elided article of `l'instruction` is a word of its own.
  return /['’‘`´]/.test(separator) && /^[a-z]{1,2}(?![a-z])/i.test(text.slice(next, next + 3));
}

/** Longest gap between two words that is read for signs of a new sentence, UTF-16 code units. */
const GAP = 60;

/** Whether the text between two words ends a sentence, a list item, a table cell or a paragraph. */
function endsSentence(text: string, from: number, to: number): boolean {
  if (to - from < 2 && !/[。！？；\n|]/.test(text.slice(from, to))) return false;
  // The bars of `<|token|>` are no borders of table cells.
  const gap = text
    .slice(from, Math.min(to, from + GAP))
    .replace(/<\|/g, '<')
    .replace(/\|>/g, '>');
  if (gap.includes('\n') && /^\d{1,3}[.)]/.test(text.slice(to, to + 4))) return true;
  return /[.!?;…][\s"'”’)\]*_`]|[。！？；।؟|]|\n[^\S\n]*\n|\n[^\S\n]*[-*+#>|•=~<`]|[.!?]$/.test(gap);
}
