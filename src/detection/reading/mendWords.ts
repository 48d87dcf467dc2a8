import { type Word } from './readWords';
import { type Vocabulary } from '../lexicon/vocabulary';

const digitsAsLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
};

/** Fewest single letters in a row that are read as words spelled out. */
const SPELLED = 5;
/** What a letter in no known word costs, in words. */
const LEFT_OVER = 3;

/**
 * Words as a reader takes them: digits that stand for letters, words spelled letter by letter, and
 * slips of typing are read as the word meant, where that is a word the grammars know.
 */
export function mendWords(words: readonly Word[], text: string, vocabulary: Vocabulary): Word[] {
  const mended: Word[] = [];
  const known = new Map<string, string>();
  let place = 0;
  for (let i = 0; i < words.length;) {
    const run = spelledRun(words, i, text);
    if (run >= SPELLED) {
      for (const word of joinLetters(words.slice(i, i + run), vocabulary)) {
        mended.push({ ...word, place });
        place += 2;
      }
      i += run;
      continue;
    }
    const word = words[i];
    if (word) {
      let meant = known.get(word.text);
      if (meant === undefined) {
        meant = meantBy(word.text, vocabulary);
        known.set(word.text, meant);
      }
      mended.push({ ...word, text: meant, place });
      place += (words[i + 1]?.place ?? word.place) - word.place;
    }
    i += 1;
  }
  return mended;
}

/** The known word that is meant, or the word as it stands. */
function meantBy(word: string, vocabulary: Vocabulary): string {
  if (vocabulary.knows(word)) return word;
  const meant = /[0-9@$]/.test(word) ? readDigits(word, vocabulary) : vocabulary.nearest(word);
  return meant ?? word;
}

function readDigits(word: string, vocabulary: Vocabulary): string | undefined {
  if (!/[a-z]/.test(word)) return undefined;
  for (const one of ['i', 'l']) {
    const letters = word.replace(/[0-9@$]/g, (digit) =>
      digit === '1' ? one : (digitsAsLetters[digit] ?? digit),
    );
    if (vocabulary.knows(letters)) return letters;
  }
  return undefined;
}

/** How many single letters follow each other from a word on, with a few separators between each two. */
function spelledRun(words: readonly Word[], from: number, text: string): number {
  let count = 0;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (!word || word.text.length > 1 || !/^[a-z0-9@$]$/.test(word.text)) break;
    const before = words[i - 1];
    if (count > 0 && before && !isNarrow(text.slice(before.end, Math.min(word.start, before.end + 5)))) break;
    count += 1;
  }
  return count;
}

function isNarrow(gap: string): boolean {
  return /^[\s.\-_*|·/,]{1,4}$/.test(gap);
}

/** Spelled letters as words: a wider gap ends a word, else the longest known words are taken in turn. */
function joinLetters(letters: readonly Word[], vocabulary: Vocabulary): Word[] {
  const spaced = isSpaced(letters);
  const groups: Word[][] = [];
  let group: Word[] | undefined;
  for (const letter of letters) {
    const before = group?.at(-1);
    if (group && before && !(spaced && letter.start - before.end > 1)) group.push(letter);
    else groups.push((group = [letter]));
  }
  return groups.flatMap((one) => cutKnownWords(one, vocabulary));
}

/** Whether most neighbours are one separator apart, so that a wider gap means a new word. */
function isSpaced(letters: readonly Word[]): boolean {
  let narrow = 0;
  for (let i = 1; i < letters.length; i++) {
    if ((letters[i]?.start ?? 0) - (letters[i - 1]?.end ?? 0) === 1) narrow += 1;
  }
  return narrow * 2 > letters.length;
}

/** Cuts spelled letters into known words, so that the fewest letters are left over. */
function cutKnownWords(letters: readonly Word[], vocabulary: Vocabulary): Word[] {
  const spelled = letters.map((letter) => letter.text).join('');
  // cost[i] of the best cut of the first i letters, and where its last word begins.
  const cost = [0];
  const begins = [0];
  for (let end = 1; end <= letters.length; end++) {
    cost[end] = (cost[end - 1] ?? 0) + LEFT_OVER;
    begins[end] = end - 1;
    for (let start = Math.max(0, end - vocabulary.longest); start < end - 1; start++) {
      const total = (cost[start] ?? 0) + 1;
      if (total >= (cost[end] ?? Infinity) || !vocabulary.knowsWhole(spelled.slice(start, end))) continue;
      cost[end] = total;
      begins[end] = start;
    }
  }
  const words: Word[] = [];
  for (let end = letters.length; end > 0; end = begins[end] ?? 0) {
    const first = letters[begins[end] ?? 0];
    const last = letters[end - 1];
    if (first && last) words.push({ ...first, text: spelled.slice(begins[end], end), end: last.end });
  }
  return words.reverse();
}
