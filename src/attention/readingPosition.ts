import type { ReadingPosition, Token } from '../protocol/attention';

/** The queries whose rows, or whose mean, is what is attended to from a reading position. */
export interface ReadingQueries {
  firstQuery: number;
  endQuery: number;
  average?: true;
}

export function readingQueries({ token }: ReadingPosition, tokens: number): ReadingQueries {
  return token === null
    ? { firstQuery: 0, endQuery: tokens, average: true }
    : { firstQuery: token, endQuery: token + 1 };
}

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
