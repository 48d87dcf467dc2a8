import { z } from './schema';

const index = z.int().check(z.nonnegative());

/**
 * One token fed to the model. `source`: part of the author's text; `template`: written by the chat
 * template; `special`: added by the tokenizer's post-processor; `unmapped`: not known which of the first two.
 */
export const Token = z.object({
  id: index,
  /** The token as text, for display. Of tokens that share a character the first shows it, the others `\uFFFD`. */
  text: z.string(),
  /** Text right before the token that no token holds, such as the blanks that WordPiece drops. For display. */
  gap: z.optional(z.string()),
  origin: z.enum(['source', 'template', 'special', 'unmapped']),
  /** Source range in UTF-16 code units; `null` where the token has no place in the source. */
  start: z.nullable(index),
  end: z.nullable(index),
  /** Index of the segment whose content the token belongs to. */
  segment: z.nullable(index),
});
export type Token = z.infer<typeof Token>;

/** Tokens `[first, end)` of the prompt. */
export const TokenSpan = z.object({ first: index, end: index });
export type TokenSpan = z.infer<typeof TokenSpan>;

/** A figure as the model has it (`raw`) and with the sink taken out (`withoutSink`). Formulas: docs/analyses.md. */
export interface Treated<T> {
  raw: T;
  /**
   * In each head-mean row the weight on the sink removed and the rest scaled to sum to 1: 0 everywhere in a row with
   * nothing beside the sink. As `raw` where there is no sink.
   */
  withoutSink: T;
}
const treated = <T extends z.ZodType>(figure: T) => z.object({ raw: figure, withoutSink: figure });

const numbers = z.array(z.number());

/** A head mean above the threshold. The field names are those of the published script. */
export const Anomaly = z.object({
  layer: index,
  /** Query position. */
  output: index,
  /** Key position with the largest weight. */
  focus: index,
  /** That weight, 0 to 1. */
  concentration: z.number(),
});
export type Anomaly = z.infer<typeof Anomaly>;

/** A row that rests on one token more than rows at its place do in clean texts. */
export const UnusualRow = z.extend(Anomaly, {
  /** The median in clean texts of that weight, for this layer and a query that sees as many keys. */
  expected: z.number(),
  /** How often clean texts have a weight as large there. */
  p: z.number(),
  /** The least false discovery rate at which the row counts as unusual. */
  adjusted: z.number(),
});
export type UnusualRow = z.infer<typeof UnusualRow>;

export const ComparedRows = z.object({
  /** The false discovery rate over all rows compared. */
  rate: z.number(),
  /** How many rows were compared, over layers and queries; the baseline may end before the prompt does. */
  tests: z.int(),
  /** How many of them are unusual at that rate. */
  unusual: z.int(),
  /** The most unusual first: those, and some that are not, where these are few. */
  items: z.array(UnusualRow),
});
export type ComparedRows = z.infer<typeof ComparedRows>;

/** `reference`: the published rule alone; `honest`: the comparison with clean texts too. */
export const AnomalyRule = z.enum(['honest', 'reference']);
export type AnomalyRule = z.infer<typeof AnomalyRule>;

export const Anomalies = z.object({
  /** The rule that was asked for. */
  rule: AnomalyRule,
  threshold: z.number(),
  /** Every query position whose largest head-mean weight is above the threshold, the sink included. */
  plain: z.array(Anomaly),
  /** The same with the sink's key and the query's own (self) left out; weights unscaled. */
  withoutSinkAndSelf: z.array(Anomaly),
  /** The honest rule; `null` where it was not asked for, or nothing was learned of this model from clean texts. */
  compared: z.nullable(ComparedRows),
});
export type Anomalies = z.infer<typeof Anomalies>;

/** A place among the windows of the same token length. */
export const WindowPlace = z.object({
  /** 1 = the most attended. Equal windows share the better rank. */
  rank: z.int(),
  /** How many windows there are, the span's own among them; without the sink those that hold it are left out. */
  windows: z.int(),
  /** The span's share over the mean of all windows. */
  ratio: z.number(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

/** Attention that a boundary (a chat marker, `[INST]`, `System:` …) receives. */
export const BoundaryAttention = z.object({
  boundary: z.string(),
  /** `template`: a marker of the model's real template; `text`: written out in the prompt. */
  kind: z.enum(['template', 'text']),
  /** Where it occurs; one boundary may take several tokens. */
  occurrences: z.array(TokenSpan),
  /**
   * `[layer]`: mean over all queries of the head-mean weight on one boundary token. Without the sink:
   * that token does not count; 0 where it is the only one.
   */
  perLayer: treated(numbers),
  /** What `perLayer.raw` would be if each query spread its attention evenly over the tokens it can see. */
  uniform: z.number(),
});
export type BoundaryAttention = z.infer<typeof BoundaryAttention>;

/** One token of a span and its part of the span's raw share. */
export const TokenShare = z.object({ token: index, share: z.number() });
export type TokenShare = z.infer<typeof TokenShare>;

/** A head of a layer and its own share. */
export const HeadShare = z.object({ layer: index, head: index, share: treated(z.number()) });
export type HeadShare = z.infer<typeof HeadShare>;

/** How much of some attention lands on a span, head mean. */
export const SpanShare = z.object({
  /** Mean over layers. */
  share: treated(z.number()),
  /** `[layer]` */
  perLayer: treated(numbers),
  /**
   * The token of the span that holds most of `share.raw`. Where it holds nearly all of it, the figure is about
   * that token: a common word or a line break can be a sink of its own.
   */
  strongestToken: TokenShare,
  /** `null` where there are not two windows, or nothing of the span is left without the sink. */
  place: z.nullable(treated(WindowPlace)),
});
export type SpanShare = z.infer<typeof SpanShare>;

/** What the model attends to at one span of the text. A description, not a proof of anything. */
export const SpanAttention = z.object({
  tokens: TokenSpan,
  /**
   * What is attended to from the reading position. `bestHead`: the head that gives the span the largest share of
   * it.
   */
  reading: z.extend(SpanShare, { bestHead: treated(HeadShare) }),
  /** What the tokens after the span attend to, their mean; `null` where none follows. */
  later: z.nullable(SpanShare),
});
export type SpanAttention = z.infer<typeof SpanAttention>;

/** Attention to the system prompt as the prompt goes on. */
export const SystemAttention = z.object({
  segments: z.array(index),
  /** `[layer][query]`: head-mean weight on the tokens of the system segments. */
  perLayer: treated(z.array(numbers)),
});
export type SystemAttention = z.infer<typeof SystemAttention>;

/** A group of tokens between which flow is measured: a segment, the tokens of the template, or the unmapped ones. */
export const FlowGroup = z.object({
  /** The segment's role, numbered where it comes more than once; `template`; `unmapped`. */
  label: z.string(),
  segment: z.nullable(index),
  tokens: z.int(),
});
export type FlowGroup = z.infer<typeof FlowGroup>;

export const Flow = z.object({
  groups: z.array(FlowGroup),
  /**
   * `[layer][from][to]`: mean over the queries of group `from` of the head-mean weight on group `to`. Without the
   * sink: over the queries that see more than the sink; all 0 for a group without one.
   */
  perLayer: treated(z.array(z.array(numbers))),
});
export type Flow = z.infer<typeof Flow>;

/** Where a prompt is read from: whose attention the shares are of. */
export const ReadingPosition = z.object({
  /**
   * `last`: the last token fed, where the answer begins; `classification`: the first, which classifiers read;
   * `mean`: all tokens, each with the same say.
   */
  kind: z.enum(['last', 'classification', 'mean']),
  /** The query; `null` for the mean. */
  token: z.nullable(index),
});
export type ReadingPosition = z.infer<typeof ReadingPosition>;

/** What the model attends to in a prompt. Figures are head means unless they name a head. */
export const AttentionSummary = z.object({
  /** Whether tokens see only what is before them; a model that reads both ways is not causal. */
  causal: z.boolean(),
  /** Key position of the sink; `null` where no token draws outstanding attention. */
  sink: z.nullable(index),
  /**
   * `[layer]`: mean, over the other queries that can see it, of the head-mean weight on the sink; empty without
   * one.
   */
  sinkPerLayer: numbers,
  /** `perLayer`: `[layer][key]`, what is attended to from there, head mean. */
  reading: z.extend(ReadingPosition, { perLayer: z.array(numbers) }),
  anomalies: Anomalies,
  boundaries: z.array(BoundaryAttention),
  /** One per finding of the text, in its order; `null` where it has no token. */
  spans: z.array(z.nullable(SpanAttention)),
  system: z.nullable(SystemAttention),
  flow: Flow,
});
export type AttentionSummary = z.infer<typeof AttentionSummary>;
