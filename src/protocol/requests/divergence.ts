import { z } from '../schema';

const tokenIds = z.array(z.int().check(z.nonnegative())).check(z.minLength(1));

/** How far the model's next-token distributions p (before) and q (after) are apart, in nats. */
export const Apart = z.object({
  /** KL(p‖q) = Σ p ln(p/q). */
  kl: z.number(),
  /** KL(q‖p). */
  klBack: z.number(),
  /** Jensen–Shannon: KL(p‖m)/2 + KL(q‖m)/2 with m = (p+q)/2, 0 to ln 2. */
  js: z.number(),
});
export type Apart = z.infer<typeof Apart>;

/** Compares what a model says next after two prompts. */
export const Divergence = {
  params: z.object({ model: z.string(), before: tokenIds, after: tokenIds }),
  result: Apart,
};
