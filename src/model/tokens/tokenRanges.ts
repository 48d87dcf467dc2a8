import type { Token, TokenSpan } from '../../protocol/attention';
import type { SourceRange } from '../../protocol/prompt';

/**
 * The tokens from the first to the last one that overlap a source range; `null` where none does.
 * Between the parts of a range that spans messages they include the template's tokens.
 */
export function tokensOfRange(tokens: readonly Token[], { start, end }: SourceRange): TokenSpan | null {
  const overlaps = (token: Token) => token.start !== null && token.start < end && token.end! > start;
  const first = tokens.findIndex(overlaps);
  return first < 0 || start >= end ? null : { first, end: tokens.findLastIndex(overlaps) + 1 };
}
