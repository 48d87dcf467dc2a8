import { AttentionSummary, SpanAttention, Token } from './attention';
import { Finding } from './finding';
import { Prompt, Segment } from './prompt';
import { z } from './schema';

/** Raised when a field of a published document changes its meaning or goes away. */
export const SCHEMA_VERSION = 1;

export const ModelSummary = z.object({
  name: z.string(),
  /** SHA-256 over the graph and its weights, hex. */
  sha256: z.string(),
  layers: z.number().int(),
  heads: z.number().int(),
  /** Longest prompt in tokens; `null` where the model does not say. */
  contextLength: z.number().int().nullable(),
  /** How the maps are had, e.g. `softmax-matmul`. */
  tap: z.string(),
});
export type ModelSummary = z.infer<typeof ModelSummary>;

/**
 * What messages were rendered by: the model's own chat template, or plain headings of the roles where it
 * has none; `null` where the text was fed raw.
 */
export const Template = z.enum(['model', 'role headings']).nullable();
export type Template = z.infer<typeof Template>;

const ms = z.number().nonnegative();

/** Wall-clock times in ms. */
export const Timings = z.object({
  detection: ms,
  /** Reading the model and its tokenizer; 0 where it was ready. */
  load: ms,
  tokenize: ms,
  /** The passes of the model, maps and reductions included. */
  attention: ms,
  total: ms,
});
export type Timings = z.infer<typeof Timings>;

/** A passage and what was said of it. `null` scores were not run. */
export const SpanVerdict = z.object({
  start: z.number().int(),
  end: z.number().int(),
  verdict: z.enum(['none', 'belongs', 'foreign']),
  scores: z.object({
    instruction: z.number().nullable(),
    attention: z.number().nullable(),
    obey: z.number().nullable(),
    ablation: z.number().nullable(),
  }),
});
export type SpanVerdict = z.infer<typeof SpanVerdict>;

/** The one result that all views and reports are made from. Plain data. */
export const AnalysisResult = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.object({ name: z.literal('attnscope'), version: z.string() }),
  model: ModelSummary,
  /** `sha256` is over the UTF-8 bytes of the text, `length` in UTF-16 code units. */
  text: z.object({ length: z.number().int(), sha256: z.string() }),
  format: Prompt.shape.format,
  rendering: Prompt.shape.rendering,
  template: Template,
  /** Set where only the last tokens of a longer prompt were read. */
  truncated: z.object({ tokens: z.number().int(), kept: z.number().int() }).nullable(),
  segments: z.array(Segment.omit({ content: true, runs: true })),
  tokens: z.array(Token),
  findings: z.array(Finding),
  spans: z.array(SpanVerdict),
  attention: AttentionSummary,
  timings: Timings,
});
export type AnalysisResult = z.infer<typeof AnalysisResult>;

/** An attention summary as UTF-8 JSON: borders pass it on as it is, and only who shows or writes it opens it. */
export const PackedSummary = z.instanceof(Uint8Array);
export type PackedSummary = z.infer<typeof PackedSummary>;

/**
 * An analysis on its way from the inference process to a page: what is small as plain data, the summary
 * (tens of thousands of numbers) packed, so that the extension host neither copies nor checks it.
 */
export const PackedAnalysis = AnalysisResult.omit({ attention: true }).extend({
  /** Attention to each finding, in order: the part of the summary that hovers show. */
  findingAttention: z.array(SpanAttention.nullable()),
  summary: PackedSummary,
});
export type PackedAnalysis = z.infer<typeof PackedAnalysis>;

/** Packs a summary; numbers keep six significant digits. */
export function packSummary(summary: AttentionSummary): PackedSummary {
  return new TextEncoder().encode(JSON.stringify(summary, sixDigits));
}

/** The whole result again. */
export function unpackAnalysis({ summary, findingAttention: _, ...rest }: PackedAnalysis): AnalysisResult {
  return { ...rest, attention: JSON.parse(new TextDecoder().decode(summary)) as AttentionSummary };
}

function sixDigits(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}
