import { AnalysisResult, ModelSummary, NextToken, SCHEMA_VERSION, SpanScores, TextSpan } from '../analysis';
import { TokenSpan } from '../attention';
import { Finding } from '../finding';
import { Role, Trust } from '../prompt';
import { Apart } from '../requests/divergence';
import { z } from '../schema';

const index = z.int().check(z.nonnegative());
const pair = <T extends z.ZodType>(one: T) => z.object({ before: one, after: one });
const treated = <T extends z.ZodType>(figure: T) => z.object({ raw: figure, withoutSink: figure });

/** A stretch of two prompts: tokens that both have in this order, or what stands in place of what; one may be empty. */
export const AlignedRun = z.extend(pair(TokenSpan), { same: z.boolean() });
export type AlignedRun = z.infer<typeof AlignedRun>;

/** Which tokens of two prompts are partners: a longest common subsequence, in one canonical order. */
export const Alignment = z.object({
  /** How many tokens have a partner. */
  common: index,
  /** In order, gapless over both prompts; runs of the same and of other tokens take turns. */
  runs: z.array(AlignedRun),
});
export type Alignment = z.infer<typeof Alignment>;

/** One of the prompts, without its words. */
export const ComparedPrompt = z.object({
  /** Name of the file or document, with its revision where there is one. */
  title: z.string(),
  text: AnalysisResult.shape.text,
  format: AnalysisResult.shape.format,
  rendering: AnalysisResult.shape.rendering,
  template: AnalysisResult.shape.template,
  truncated: AnalysisResult.shape.truncated,
  /** How many tokens were read. */
  tokens: index,
});
export type ComparedPrompt = z.infer<typeof ComparedPrompt>;

/** What one of the prompts has of a section. */
export const SectionMass = z.object({
  /** Index of the segment; `null` where the section is none. */
  segment: z.nullable(index),
  tokens: index,
  /** Share of what is read from the reading position: mean over layers and heads. */
  share: treated(z.number()),
  /** `[layer]` */
  perLayer: treated(z.array(z.number())),
});
export type SectionMass = z.infer<typeof SectionMass>;

/** A part of the prompts, the sink aside, and what is read of it in both. */
export const ComparedSection = z.extend(pair(z.nullable(SectionMass)), {
  kind: z.enum(['segment', 'template', 'unmapped', 'sink']),
  /** Who speaks there; `null` where the section is no segment. */
  speaker: z.nullable(z.object({ role: Role, trust: Trust })),
  /** After − before; a prompt without the section counts as 0. */
  change: treated(z.number()),
});
export type ComparedSection = z.infer<typeof ComparedSection>;

/** A token that both prompts have, and its share of what is read from the reading position: mean over layers and heads. */
export const ComparedToken = z.extend(pair(index), {
  share: pair(treated(z.number())),
  /** After − before. */
  change: treated(z.number()),
});
export type ComparedToken = z.infer<typeof ComparedToken>;

/**
 * What became of a warning. `came`, `went`; `rewritten`: the same rule at the same place, in other words; `regraded`:
 * another severity, or suppressed; `moved`: the same words elsewhere; `stayed`.
 */
export const FindingChange = z.enum(['came', 'went', 'rewritten', 'regraded', 'moved', 'stayed']);
export type FindingChange = z.infer<typeof FindingChange>;

/** Why it came or went. `text`: its words did; `reading`: its words are in both prompts, and are read otherwise. */
export const FindingReason = z.enum(['text', 'reading']);
export type FindingReason = z.infer<typeof FindingReason>;

export const ComparedFinding = z.extend(pair(z.nullable(Finding)), {
  change: FindingChange,
  /** `null` where it neither came nor went. */
  why: z.nullable(FindingReason),
  /** Of what is read from the reading position: mean over layers and heads; `null` where the model read nothing of it. */
  share: pair(z.nullable(treated(z.number()))),
});
export type ComparedFinding = z.infer<typeof ComparedFinding>;

/** A sentence of which something else is said by now; those that came or went are here where an instruction is in them. */
export const ComparedSentence = z.extend(pair(z.nullable(TextSpan)), {
  change: z.enum(['came', 'went', 'verdict', 'scores']),
  /** After − before; `null` where either was not run. */
  scores: SpanScores,
});
export type ComparedSentence = z.infer<typeof ComparedSentence>;

/**
 * Two prompts as one model reads them. Lists begin with what changed most. Differences are after − before, so that
 * swapping the prompts flips their sign.
 */
export const Comparison = z.extend(pair(ComparedPrompt), {
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: AnalysisResult.shape.tool,
  model: ModelSummary,
  alignment: Alignment,
  sections: z.array(ComparedSection),
  /**
   * `[layer]`: how much of what is read from the reading position lies elsewhere, 0 to 1: half of the sum over tokens of
   * |after − before|, where a token without a partner counts as a whole.
   */
  layers: treated(z.array(z.number())),
  /** The tokens that both have and of which most more or less is read. */
  tokens: z.array(ComparedToken),
  findings: z.array(ComparedFinding),
  sentences: z.array(ComparedSentence),
  /** The likeliest next tokens; `divergence` is `null` where the model gives none. */
  next: z.extend(pair(z.array(NextToken)), { divergence: z.nullable(Apart) }),
});
export type Comparison = z.infer<typeof Comparison>;
