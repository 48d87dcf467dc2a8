import type { Reading } from '../reading/readText';
import type { Grammar } from './grammar';
import { matchGrammar, type WordSpan } from './matchGrammar';

/** What a rule looks for, and what else has to be true of a place where it matches. */
export type Way = readonly [grammar: Grammar, holds?: (reading: Reading, span: WordSpan) => boolean];

/** Places where one of some ways matches, way by way. */
export function matchWays(reading: Reading, ways: readonly Way[]): WordSpan[] {
  const spans: WordSpan[] = [];
  for (const [grammar, holds] of ways)
    for (const span of matchGrammar(reading, grammar)) if (!holds || holds(reading, span)) spans.push(span);
  return spans;
}
