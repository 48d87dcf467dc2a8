import type { AnomalyRule, ReadingPosition, Token, TokenSpan, Treated } from '../../protocol/attention';
import type { RowBaseline } from '../../protocol/learned/baseline';
import type { Segment } from '../../protocol/prompt';

/** What the analyses of one prompt must know before its attention comes in. */
export interface AnalysisSetup {
  layers: number;
  /** Most heads that a layer has. */
  heads: number;
  /** Whether a query sees only the keys up to itself. */
  causal: boolean;
  reading: ReadingPosition;
  tokens: readonly Token[];
  /** Ids of the tokenizer's special tokens: they mark a template's boundaries. */
  specialIds: ReadonlySet<number>;
  segments: readonly Pick<Segment, 'role' | 'trust'>[];
  /** Token spans to describe; `null` keeps the place of a span that has no token. */
  spans: readonly (TokenSpan | null)[];
  /** The rule for concentrated attention; the honest one where absent. */
  rule?: AnomalyRule;
  /** What clean texts are like in this model, where that is known. */
  baseline?: RowBaseline;
}

/** The same with the key that is taken out of the rows. Whether it is a sink is known once all rows have come in. */
export interface SinkSetup extends AnalysisSetup {
  sink: number;
}

/** First query that can see more than the sink: in a causal map query 0 sees nothing but key 0. */
export function firstFreeQuery({ causal, sink, tokens }: SinkSetup): number {
  return causal && sink === 0 && tokens.length > 1 ? 1 : 0;
}

/** A figure in both treatments; where there turned out to be no sink, nothing is taken out. */
export function treatedFigure<T>(hasSink: boolean, raw: T, withoutSink: () => T): Treated<T> {
  return { raw, withoutSink: hasSink ? withoutSink() : raw };
}
