import type * as vscode from 'vscode';
import { tokensOfRange } from '../../model/tokens/tokenRanges';
import type { Token, TokenSpan } from '../../protocol/attention';
import type { SourceRange } from '../../protocol/prompt';
import type { Analysis } from './analysis';

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

/** The tokens under a selection in the document of an analysis; `null` where there are none, or it was edited since. */
export function tokensSelected(
  { place, shown }: Pick<Analysis, 'place' | 'shown'>,
  document: vscode.TextDocument,
  selection: vscode.Selection,
): TokenSpan | null {
  const range = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
  return tokensAt({ place, shown }, range);
}

/** The same for a range of the document, in UTF-16 code units. */
export function tokensAt(
  { place, shown }: Pick<Analysis, 'place' | 'shown'>,
  range: SourceRange,
): TokenSpan | null {
  const start = range.start - place.start;
  const end = range.end - place.start;
  if (place.changed || end < 0 || start > place.length) return null;
  return tokensIn(shown.result.tokens, { start: Math.max(0, start), end: Math.min(place.length, end) });
}
