import { type Token, type TokenSpan } from '../../protocol/attention';
import { type Segment } from '../../protocol/prompt';

/** What the analyses of one prompt must know before its attention comes in. */
export interface AnalysisSetup {
  layers: number;
  /** Most heads that a layer has. */
  heads: number;
  /** Whether a query sees only the keys up to itself. */
  causal: boolean;
  tokens: readonly Token[];
  /** Ids of the tokenizer's special tokens: they mark a template's boundaries. */
  specialIds: ReadonlySet<number>;
  segments: readonly Pick<Segment, 'role' | 'trust'>[];
  /** Token spans to describe; `null` keeps the place of a span that has no token. */
  spans: readonly (TokenSpan | null)[];
}

/** First query that can see more than the sink (key 0); in a causal map query 0 sees nothing else. */
export function firstFreeQuery(setup: Pick<AnalysisSetup, 'causal' | 'tokens'>): number {
  return setup.causal && setup.tokens.length > 1 ? 1 : 0;
}
