/** What each head of a model does, in numbers: on a prompt, on random tokens, and on a few plain texts. */
import { ReadingPosition, TokenSpan } from '../attention';
import { z } from '../schema';

const index = z.int().check(z.nonnegative());

/** `[layer][head]`; `null` where there is nothing to take it from, and for heads that a layer lacks. */
export const PerHead = z.array(z.array(z.nullable(z.number())));
export type PerHead = z.infer<typeof PerHead>;

/** Names of the metrics. Formulas and sources: docs/analyses/heads.md. */
export const METRICS = [
  'entropy',
  'sink',
  'distance',
  'previousToken',
  'induction',
  'duplicateToken',
] as const;
export type Metric = (typeof METRICS)[number];

/** All but `distance`, which is in tokens, lie from 0 to 1. */
export const HeadMetrics = z.object({
  /** How evenly queries spread their weight: 0 on one key, 1 on all alike. */
  entropy: PerHead,
  /** Weight on the sink. */
  sink: PerHead,
  /** How far away is what is read, the sink left aside, in tokens. */
  distance: PerHead,
  /** Weight on the token before. */
  previousToken: PerHead,
  /** Weight on the tokens that followed earlier occurrences of the query's token. */
  induction: PerHead,
  /** Weight on earlier occurrences of the query's token. */
  duplicateToken: PerHead,
});
export type HeadMetrics = z.infer<typeof HeadMetrics>;

/** How a set of tokens is read by each head, as mass: the sum of the weights on all of them. */
export const TokensRead = z.object({
  /** From the reading position. */
  reading: PerHead,
  /** Mean over all queries, of one of its tokens. */
  perToken: PerHead,
  /** Mean over the queries behind the last of them; `null` where none follows. */
  laterMean: PerHead,
  /** The largest over these queries. */
  laterMax: PerHead,
});
export type TokensRead = z.infer<typeof TokensRead>;

/** What the heads of a model do wherever they are: the same for every prompt. */
export const HeadProfile = z.object({
  /** On random tokens that come twice. */
  random: HeadMetrics,
  /** On plain texts. */
  texts: HeadMetrics,
});
export type HeadProfile = z.infer<typeof HeadProfile>;

/** What is asked about the heads on a prompt. */
export const AskedHeads = z.object({
  sink: z.nullable(index),
  reading: ReadingPosition,
  /** Sets of tokens, each in runs from first to last. */
  sets: z.array(z.array(TokenSpan).check(z.minLength(1))),
  /** `[token]`: the group that each token belongs to, from 0 on; tokens behind the last of these belong to none. */
  groupOf: z.array(index),
});
export type AskedHeads = z.infer<typeof AskedHeads>;

export const HeadsRead = z.object({
  metrics: HeadMetrics,
  /** One per set. */
  sets: z.array(TokensRead),
  /** `[layers, heads, from, to]`: mean over the queries of group `from` of the mass of group `to`. */
  between: z.instanceof(Float32Array),
  /** `null` where the model reads prompts of one length alone, or has no tokenizer. */
  profile: z.nullable(HeadProfile),
});
export type HeadsRead = z.infer<typeof HeadsRead>;
