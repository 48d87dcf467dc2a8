import { z } from './schema';

const index = z.number().int().nonnegative();

/**
 * One token fed to the model. `source`: part of the author's text; `template`: written by the chat
 * template; `special`: added by the tokenizer's post-processor; `unmapped`: where the two could not be told apart.
 */
export const Token = z.object({
  id: index,
  /** The token as text, for display. Of tokens that share a character the first shows it, the others `\uFFFD`. */
  text: z.string(),
  origin: z.enum(['source', 'template', 'special', 'unmapped']),
  /** Source range in UTF-16 code units; `null` where the token has no place in the source. */
  start: index.nullable(),
  end: index.nullable(),
  /** Index of the segment whose content the token belongs to. */
  segment: index.nullable(),
});
export type Token = z.infer<typeof Token>;

/** Tokens `[first, end)` of the prompt. */
export const TokenSpan = z.object({ first: index, end: index });
export type TokenSpan = z.infer<typeof TokenSpan>;

/**
 * A figure as the model has it (`raw`) and with the first-token sink taken out (`withoutSink`):
 * in each head-mean row the weight on token 0 removed and the rest scaled to sum to 1. A row with
 * nothing beside the sink has share 0 everywhere. Formulas: docs/analyses.md.
 */
export const SinkPair = z.object({ raw: z.number(), withoutSink: z.number() });
export type SinkPair = z.infer<typeof SinkPair>;

/** A head mean above the threshold. The names are those of the published script. */
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

export const Anomalies = z.object({
  threshold: z.number(),
  /** Every query position whose largest head-mean weight is above the threshold, the sink included. */
  plain: z.array(Anomaly),
  /** The same with the key positions 0 (sink) and the query itself (self) left out; weights unscaled. */
  withoutSinkAndSelf: z.array(Anomaly),
});
export type Anomalies = z.infer<typeof Anomalies>;

/** A place among windows of the same token length: 1 = the most attended. Equal windows share the better rank. */
export const WindowRank = z.object({
  raw: z.number().int(),
  withoutSink: z.number().int(),
  /** How many windows `raw` is out of. */
  windows: z.number().int(),
  /** How many windows `withoutSink` is out of: those that hold token 0 are left out. */
  windowsWithoutSink: z.number().int(),
});
export type WindowRank = z.infer<typeof WindowRank>;

/** Attention that a boundary (a chat marker, `[INST]`, `System:` …) receives. */
export const BoundaryAttention = z.object({
  boundary: z.string(),
  /** `template`: a marker of the model's real template; `text`: written out in the prompt. */
  kind: z.enum(['template', 'text']),
  /** Where it occurs; one boundary may take several tokens. */
  occurrences: z.array(TokenSpan),
  /** `[layer]`: mean over all queries of the head-mean weight on one boundary token. */
  perLayer: z.array(z.number()),
  /** `[layer]`: the same without the sink, token 0 not counted as a boundary; `null` where it is the only one. */
  perLayerWithoutSink: z.array(z.number()).nullable(),
  /** What `perLayer` would be if each query spread its attention evenly over the tokens it can see. */
  uniform: z.number(),
});
export type BoundaryAttention = z.infer<typeof BoundaryAttention>;

/** One token of a span and its part of the span's raw share. */
export const TokenShare = z.object({ token: index, share: z.number() });
export type TokenShare = z.infer<typeof TokenShare>;

/** What the model attends to at one span of the text. A description, no proof of anything. */
export const SpanAttention = z.object({
  tokens: TokenSpan,
  /** Share of the last token's attention that lands on the span, head mean, mean over layers. */
  lastToken: SinkPair,
  /** `[layer]`: the same per layer. */
  lastTokenPerLayer: z.array(SinkPair),
  /**
   * The token of the span that holds most of `lastToken.raw`. Where it holds nearly all of it, the figure is about
   * that token: a common word or a line break can be a sink of its own.
   */
  strongestToken: TokenShare,
  /** The head that gives the span the largest share of the last token's attention. */
  bestHead: z.object({ layer: index, head: index, share: z.number() }),
  /** The same with the sink taken out of each head; `raw` is that head's share with the sink in. */
  bestHeadWithoutSink: z.object({ layer: index, head: index, share: z.number(), raw: z.number() }),
  /**
   * `lastToken` over the mean of the windows of the same token length, the span's own among them;
   * `null` where there are not two windows, or nothing of the span is left without the sink.
   */
  ratioToWindows: z.object({ raw: z.number(), withoutSink: z.number() }).nullable(),
  /** Rank of `lastToken` among the windows of the same token length; `null` as `ratioToWindows`. */
  rank: WindowRank.nullable(),
  /** Mean over the later queries of the weight on the span, mean over layers; `null` where nothing follows. */
  laterTokens: SinkPair.nullable(),
  /** `[layer]`: the same per layer. */
  laterTokensPerLayer: z.array(SinkPair).nullable(),
  /** The token of the span that holds most of `laterTokens.raw`. */
  laterStrongestToken: TokenShare.nullable(),
  /** Rank of `laterTokens` among same-length windows, each over the queries after it; `null` as `ratioToWindows`. */
  laterRank: WindowRank.nullable(),
});
export type SpanAttention = z.infer<typeof SpanAttention>;

/** Attention to the system prompt as the prompt goes on. */
export const SystemAttention = z.object({
  segments: z.array(index),
  /** `[layer][query]`: head-mean weight on the tokens of the system segments. */
  perLayer: z.array(z.array(z.number())),
  /** `[layer][query]`: the same without the sink; 0 for a query that sees nothing else. */
  perLayerWithoutSink: z.array(z.array(z.number())),
});
export type SystemAttention = z.infer<typeof SystemAttention>;

/** A group of tokens that flow is told between: a segment, the tokens of the template, or the unmapped ones. */
export const FlowGroup = z.object({
  /** The segment's role, numbered where it comes more than once; `template`; `unmapped`. */
  label: z.string(),
  segment: index.nullable(),
  tokens: z.number().int(),
});
export type FlowGroup = z.infer<typeof FlowGroup>;

export const Flow = z.object({
  groups: z.array(FlowGroup),
  /** `[layer][from][to]`: mean over the queries of group `from` of the head-mean weight on group `to`. */
  perLayer: z.array(z.array(z.array(z.number()))),
  /** The same without the sink, over the queries that see more than the sink; all 0 for a group without one. */
  perLayerWithoutSink: z.array(z.array(z.array(z.number()))),
});
export type Flow = z.infer<typeof Flow>;

/** What the model attends to in a prompt. Figures are head means unless they name a head. */
export const AttentionSummary = z.object({
  causal: z.boolean(),
  /** Key position of the sink: the first token fed. */
  sink: index,
  /** `[layer]`: mean, over the queries that can see more than the sink, of the head-mean weight on it. */
  sinkPerLayer: z.array(z.number()),
  /** `[layer][key]`: what the last token attends to, head mean. */
  lastToken: z.array(z.array(z.number())),
  anomalies: Anomalies,
  boundaries: z.array(BoundaryAttention),
  /** One per span asked for, in order; `null` where the span has no token. */
  spans: z.array(SpanAttention.nullable()),
  system: SystemAttention.nullable(),
  flow: Flow,
});
export type AttentionSummary = z.infer<typeof AttentionSummary>;
