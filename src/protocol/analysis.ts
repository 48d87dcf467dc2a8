import { AttentionSummary, Token } from './attention';
import { Finding } from './finding';
import { pack, packed, unpack, type Packed } from './borders/packed';
import { PromptOutline, Role, SourceRange } from './prompt';
import { UsedClassifier } from './requests/classify';
import { UsedProvider } from './requests/provider';
import { z } from './schema';

/** Raised when a field of a published document changes its meaning or goes away. */
export const SCHEMA_VERSION = 1;

export const ModelSummary = z.object({
  name: z.string(),
  /** SHA-256 over the graph and its weights, hex. */
  sha256: z.string(),
  layers: z.int(),
  heads: z.int(),
  /** Longest prompt in tokens; `null` where the model does not say. */
  contextLength: z.nullable(z.int()),
  /** How the maps are obtained, e.g. `softmax-matmul`. */
  tap: z.string(),
  /** Absent where the processor computes it, as by default. */
  provider: z.optional(UsedProvider),
  /** Host (and port) of the server that runs it; absent where it ran on this machine. */
  server: z.optional(z.string()),
});
export type ModelSummary = z.infer<typeof ModelSummary>;

/**
 * What messages were rendered by: the model's own chat template, or plain headings of the roles where it
 * has none; `null` where the text was fed raw.
 */
export const Template = z.nullable(z.enum(['model', 'role headings']));
export type Template = z.infer<typeof Template>;

/** A token that may follow the prompt, with its probability: softmax of the model's logits, temperature 1. */
export const NextToken = z.object({
  id: z.int().check(z.nonnegative()),
  /** As the model would write it, leading space and all; U+FFFD for a part of a character. */
  text: z.string(),
  probability: z.number(),
});
export type NextToken = z.infer<typeof NextToken>;

/** What a sentence is: no instruction, one that belongs where it stands, or one that does not. */
export const Verdict = z.enum(['none', 'belongs', 'foreign']);
export type Verdict = z.infer<typeof Verdict>;

/** Scores of a sentence; `null` where not run. Formulas, units and thresholds: docs/analyses/probes.md. */
export const SpanScores = z.object({
  /** Of the probe of planted instructions: a logit. */
  instruction: z.nullable(z.number()),
  /** Of the probe of instructions in data: a logit, the best mean of 8 neighbouring tokens. */
  data: z.nullable(z.number()),
  /** Of the person's own classifier: the probability of the label that means injection. */
  classifier: z.nullable(z.number()),
  /** What leaving the sentence out changes: KL divergence of the next token's distribution, in nats. */
  ablation: z.nullable(z.number()),
});
export type SpanScores = z.infer<typeof SpanScores>;

/** A sentence of the prompt and what is said of it. UTF-16 code units. */
export const TextSpan = z.extend(SourceRange, {
  /** Where it starts; 1-based. */
  line: z.int().check(z.positive()),
  column: z.int().check(z.positive()),
  /** Index of the segment that it is said in. */
  segment: z.int().check(z.nonnegative()),
  verdict: Verdict,
  scores: SpanScores,
});
export type TextSpan = z.infer<typeof TextSpan>;

/** From which score on a scorer warns, and of what share of clean texts; `threshold` is `null` where it does not. */
export const Calibration = z.object({
  threshold: z.nullable(z.number()),
  falseAlarms: z.nullable(z.number()),
});
export type Calibration = z.infer<typeof Calibration>;

const ms = z.number().check(z.nonnegative());

/** Wall-clock times in ms. */
export const Timings = z.object({
  detection: ms,
  /** Until the model was ready, while the text was read; next to nothing where it was. */
  load: ms,
  tokenize: ms,
  /** The passes of the model, maps and reductions included. */
  attention: ms,
  total: ms,
});
export type Timings = z.infer<typeof Timings>;

/** The one result that all views and reports are made from. Plain data. */
export const AnalysisResult = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.object({ name: z.literal('attnscope'), version: z.string() }),
  model: ModelSummary,
  /** `sha256` is over the UTF-8 bytes of the text, `length` in UTF-16 code units. */
  text: z.object({ length: z.int(), sha256: z.string() }),
  format: PromptOutline.shape.format,
  /** How the prompt was fed: a plain text is `raw` wherever the model has no chat template. */
  rendering: PromptOutline.shape.rendering,
  template: Template,
  /** Set where only the last tokens of a longer prompt were read. */
  truncated: z.nullable(z.object({ tokens: z.int(), kept: z.int() })),
  segments: PromptOutline.shape.segments,
  /** Messages that the model did not read, since its chat template leaves them out; `line` is 1-based. */
  leftOut: z.array(
    z.object({
      segment: z.int(),
      role: Role,
      line: z.int(),
      reason: z.literal('chat-template'),
    }),
  ),
  tokens: z.array(Token),
  /** The likeliest tokens after the last one, the likeliest first; empty where the model gives none. */
  next: z.array(NextToken),
  findings: z.array(Finding),
  /** Every sentence, in the order of the text. */
  spans: z.array(TextSpan),
  /** How the scores of sentences were calibrated for this model; `null` where nothing was, so none warns. */
  calibrated: z.nullable(z.object({ instruction: z.nullable(Calibration), data: z.nullable(Calibration) })),
  /** The person's own classifier, where one scored the sentences. */
  classifier: z.optional(UsedClassifier),
  attention: AttentionSummary,
  timings: Timings,
});
export type AnalysisResult = z.infer<typeof AnalysisResult>;

/** An analysis that is passed on, its summary of attention still packed. */
export const PassedAnalysis = z.extend(AnalysisResult, { attention: packed(AttentionSummary) });
export type PassedAnalysis = z.infer<typeof PassedAnalysis>;

/** Packs a summary; numbers keep six significant digits. */
export function packSummary(summary: AttentionSummary): Packed<AttentionSummary> {
  return pack(summary, sixDigits);
}

/** The whole result again. */
export function openAnalysis(analysis: PassedAnalysis): AnalysisResult {
  return { ...analysis, attention: unpack(analysis.attention, AttentionSummary) };
}

function sixDigits(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}
