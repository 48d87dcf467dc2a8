/** What is measured of one prompt in one model, in a fixed order of numbers. */
import type { TokenSpan } from '../attention';
import { METRICS } from '../requests/heads';
import { z } from '../schema';

/**
 * Parts of a prompt by who wrote them; each token belongs to one at most. `untrusted`: text that nobody vouches for,
 * whatever message it stands in; `template`: the markers of the model's chat template; `sink`: the one token that draws
 * attention whatever it says, which counts in no other section; in a causal model the first, however much it draws.
 */
export const Section = z.enum(['system', 'user', 'assistant', 'untrusted', 'template', 'sink']);
export type Section = z.infer<typeof Section>;

/** `share`: what the reading position gives a section; the others are those of docs/analyses/heads.md. */
export const FeatureKind = z.enum(['share', ...METRICS]);
export type FeatureKind = z.infer<typeof FeatureKind>;

/** Which number a feature is. Layers and heads count from 0. */
export const FeatureName = z.object({
  name: FeatureKind,
  layer: z.int(),
  head: z.int(),
  /** Of a share. */
  section: z.optional(Section),
});
export type FeatureName = z.infer<typeof FeatureName>;

/** The tokens of a section, in runs from first to last. */
export interface SectionTokens {
  section: Section;
  runs: TokenSpan[];
  tokens: number;
}

/** Mean states of a prompt, over all its tokens but the first. */
export interface MeanStates {
  /** Layers after which they stand, ascending. */
  layers: readonly number[];
  hidden: number;
  /** `[layers, hidden]` */
  means: Float32Array;
}

/** What a model may say next: its likeliest tokens, the likeliest first, of a vocabulary of so many. */
export const NextTokens = z.object({
  vocabulary: z.int().check(z.positive()),
  tokens: z.array(z.object({ id: z.int().check(z.nonnegative()), probability: z.number() })),
});
export type NextTokens = z.infer<typeof NextTokens>;

/** What is measured of one prompt. */
export interface Features {
  model: { name: string; sha256: string; layers: number; heads: number };
  /** How many tokens were read. Most figures follow the length: never leave it out of a comparison. */
  tokens: number;
  /** Those that have tokens, in the order of `Section`. */
  sections: readonly SectionTokens[];
  /** `[features]` in the order of `featureNames`; NaN where there is nothing to measure, such as an absent section. */
  values: Float32Array;
  /** `null` of a model whose states cannot be read, and of a prompt of one token. */
  states: MeanStates | null;
  /** `null` of a model that does not say what comes next. */
  next: NextTokens | null;
}
