import type { NextToken } from '../protocol/analysis';
import { sentence } from '../protocol/sentence';
import type { Phrase } from './phrase';
import { word } from './tokenText';

/** What the model would go on with, the likeliest first; `null` where it predicts nothing that can be had. */
export function nextWordsOf(next: readonly NextToken[]): Phrase | null {
  if (next.length === 0) return null;
  const list = next.map(({ text, probability }) =>
    sentence('“{token}” ({share})', { token: nextWord(text), share: { share: probability } }),
  );
  return sentence('The model would go on with: {list}.', { list: { list } });
}

/** A token that may follow: blanks stay as they are, unless there is nothing else; what cannot be seen is shown. */
export function nextWord(text: string): string {
  return text.trim() === '' ? word(text) : text.replace(/[^ ]+/gu, word);
}
