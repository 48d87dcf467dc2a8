import { tokensOfRange } from '../../model/tokens/tokenRanges';
import type { Token, TokenSpan } from '../../protocol/attention';
import type { SourceRange } from '../../protocol/prompt';

/**
 * The tokens that a range of the analysed text covers any part of; for an empty range (a cursor)
 * the token that begins there or that it stands in. `null` where there is none. UTF-16 code units.
 */
export function tokensIn(tokens: readonly Token[], { start, end }: SourceRange): TokenSpan | null {
  return tokensOfRange(tokens, { start, end: Math.max(end, start + 1) });
}

/** Where a token stands in the analysed text; `null` where it is none of it (a template's, say). */
export function rangeOfToken(tokens: readonly Token[], index: number): SourceRange | null {
  const token = tokens[index];
  if (!token || token.start === null || token.end === null) return null;
  return { start: token.start, end: token.end };
}
