import type { NextToken } from '../protocol/analysis';
import { sentence } from '../protocol/sentence';
import type { Phrase } from './phrase';
import { word } from './tokenText';

/** What the model would go on with, the likeliest first; `null` where it predicts nothing that can be had. */
export function nextWordsOf(next: readonly NextToken[]): Phrase | null {
  if (next.length === 0) return null;
  const list = next.map(({ text, probability }) =>
    sentence('{word} ({share})', { word: nextWord(text), share: { share: probability } }),
  );
  return sentence('The model would go on with: {list}.', { list: { list } });
}

/** A token that may follow, quoted; one that is no character by itself is named. */
export function nextWord(text: string): Phrase {
  return isPart(text) ? partOfCharacter : sentence('“{token}”', { token: nextText(text) });
}

/** Some tokens are only a part of a character, and cannot be shown. */
export const isPart = (text: string): boolean => /^\ufffd+$/.test(text);

export const partOfCharacter: Phrase = sentence('character part');

/** A token that may follow: blanks stay as they are, unless there is nothing else; what cannot be seen is shown. */
export function nextText(text: string): string {
  return text.trim() === '' ? word(text) : text.replace(/[^ ]+/gu, word);
}
