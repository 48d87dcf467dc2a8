import type { Token, TokenSpan } from '../../protocol/attention';
import type { SourceRange } from '../../protocol/prompt';

/**
 * The tokens that a range of the analysed text covers any part of; for an empty range (a cursor)
 * the token that begins there or that it stands in. `null` where there is none. UTF-16 code units.
 */
export function tokensIn(tokens: readonly Token[], { start, end }: SourceRange): TokenSpan | null {
  const last = Math.max(end, start + 1);
  let first = -1;
  let after = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.start === null || token.end === null) continue;
    if (token.end <= start || token.start >= last) continue;
    if (first < 0) first = index;
    after = index + 1;
  }
  return first < 0 ? null : { first, end: after };
}

/** Where a token stands in the analysed text; `null` where it is none of it (a template's, say). */
export function rangeOfToken(tokens: readonly Token[], index: number): SourceRange | null {
  const token = tokens[index];
  if (!token || token.start === null || token.end === null) return null;
  return { start: token.start, end: token.end };
}
