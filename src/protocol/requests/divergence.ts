import { Divergence as Apart } from '../measured/comparison';
import { z } from '../schema';

const tokenIds = z.array(z.int().check(z.nonnegative())).check(z.minLength(1));

/** How far what a model says next after two prompts is apart. */
export const Divergence = {
  params: z.object({ model: z.string(), before: tokenIds, after: tokenIds }),
  result: Apart,
};
