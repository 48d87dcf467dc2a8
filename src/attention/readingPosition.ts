import { type ReadingPosition, type Token } from '../protocol/attention';

/**
 * Where a prompt is read from. In a causal model only the last token has seen all of it, and the answer begins there.
 * One that reads both ways is read at the classification token, which its tokenizer puts first, or where there is none
 * (or it was cut off) by the mean over all queries.
 */
export function readingPosition(causal: boolean, tokens: readonly Token[]): ReadingPosition {
  if (causal) return { kind: 'last', token: tokens.length - 1 };
  return tokens[0]?.origin === 'special'
    ? { kind: 'classification', token: 0 }
    : { kind: 'mean', token: null };
}
