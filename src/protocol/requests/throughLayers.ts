/** What a token's state is made of once layers are taken together: rollout and flow (Abnar & Zuidema 2020). */
import { z } from '../schema';

const index = z.int().check(z.nonnegative());

export const AskedThroughLayers = z.object({
  way: z.enum(['rollout', 'flow']),
  /** The token whose state it is. */
  query: index,
});

export const ThroughLayers = z.object({
  /**
   * `rollout`: `[layer][token]`, what comes from each input token in the state after each layer; each row sums to 1.
   * `flow`: one row, after the last layer: the largest flow from each input token, 0 to 1 each.
   */
  rows: z.array(z.array(z.number())),
});
