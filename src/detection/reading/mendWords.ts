import type { Vocabulary } from '../lexicon/vocabulary';
import { joinSpelled } from './joinSpelled';
import type { Words } from './words';

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

/**
 * Reads words as a reader takes them, in place: digits that stand for letters, words spelled letter by
 * letter, and slips of typing become the word meant, where the grammars know that word.
 */
export function mendWords(words: Words, text: string, vocabulary: Vocabulary): void {
  joinSpelled(words, text, vocabulary);
  words.spellings = words.spellings.map((spelling) => meantBy(spelling, vocabulary));
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
