/** What is known of one model file from clean texts, kept under its hash. */
import { HeadProfile } from '../requests/heads';
import { z } from '../schema';

/**
 * What the largest weight of a row, beside the sink and the query itself, is like in clean texts, by how many keys the
 * query sees. Weights are told as logits, ln(w / (1 - w)).
 */
export const RowBaseline = z.object({
  /**
   * `[cell]`: the least number of keys that queries of a cell see, ascending; the last number is where the last cell
   * ends.
   */
  keysFrom: z.array(z.int().check(z.positive())),
  /** The share of rows in clean texts that lie above `upper`. */
  tail: z.number(),
  /** `[layer][cell]` */
  perLayer: z.array(
    z.array(
      z.object({
        /** The median of the weights, as a logit. */
        median: z.number(),
        /** The logit that `tail` of them exceed. */
        upper: z.number(),
        /** By how much these exceed it on average. */
        excess: z.number(),
      }),
    ),
  ),
});
export type RowBaseline = z.infer<typeof RowBaseline>;

/** A file of `media/baselines`. */
export const ModelBaseline = z.object({
  schemaVersion: z.literal(1),
  model: z.object({ name: z.string(), sha256: z.string() }),
  /** How many texts and tokens `rows` was learned from. */
  texts: z.int(),
  tokens: z.int(),
  rows: RowBaseline,
  heads: HeadProfile,
});
export type ModelBaseline = z.infer<typeof ModelBaseline>;
