import { NextToken } from '../analysis';
import { TokenSpan } from '../attention';
import { GeneratedAnswer } from './generation';
import { z } from '../schema';

const index = z.int().check(z.nonnegative());

/**
 * What is done to a passage. `remove`: its tokens are taken out, and what follows moves up. `mask`: later tokens do
 * not see it, and keep their positions. `replace`: neutral text of as many tokens stands in its place.
 */
export const Change = z.enum(['remove', 'mask', 'replace']);
export type Change = z.infer<typeof Change>;

/**
 * Why a change cannot be made with this model or this passage. `no-mask`: the model takes none; `mask-not-kept`: it
 * takes one, and reads what is masked, or moves the positions; `one-length`: it reads prompts of one length only;
 * `nothing-left`: the passage is the whole prompt; `nothing-after`: no token stands behind it.
 */
export const ChangeRefusal = z.enum([
  'no-mask',
  'mask-not-kept',
  'one-length',
  'nothing-left',
  'nothing-after',
]);
export type ChangeRefusal = z.infer<typeof ChangeRefusal>;

/** What a model says after a prompt. */
const Outcome = z.object({
  /** The likeliest next tokens, the likeliest first. */
  next: z.array(NextToken),
  /** `null` where no token was asked for. */
  continuation: z.nullable(GeneratedAnswer),
  /** Sum of ln p of the given answer's tokens; `null` where none was given. */
  answer: z.nullable(z.number()),
});
export type Outcome = z.infer<typeof Outcome>;

/** What a model says after the changed prompt. With p the next-token distribution before, and q the one after: */
export const Effect = z.extend(Outcome, {
  tokens: TokenSpan,
  /** KL(p‖q) = Σ p ln(p/q), in nats. */
  kl: z.number(),
  /** Jensen–Shannon: KL(p‖m)/2 + KL(q‖m)/2 with m = (p+q)/2, in nats, 0 to ln 2. */
  js: z.number(),
  /** q of the token that was the likeliest before. */
  formerFirst: z.number(),
});
export type Effect = z.infer<typeof Effect>;

/** One change of one passage, and the same change of its controls. */
export const ChangeResult = z.object({
  change: Change,
  /** `null` where the change cannot be made: `refused` says why. */
  effect: z.nullable(Effect),
  refused: z.nullable(ChangeRefusal),
  /** Of those controls with which it can be made. */
  controls: z.array(Effect),
});
export type ChangeResult = z.infer<typeof ChangeResult>;

/** Changes passages of a prompt, one at a time, and compares what the model says then. */
export const Counterfactual = {
  params: z.object({
    model: z.string(),
    tokenIds: z.array(index),
    /** Passages, if any, each with those that the same is done to for comparison; `controlsSpreadOut` chooses such. */
    spans: z.array(z.extend(TokenSpan, { controls: z.array(TokenSpan) })),
    changes: z.array(Change),
    /** How many tokens the model goes on with; 0 for none. */
    continuation: index,
    /** An answer, as a text or as tokens, whose probability is asked. */
    answer: z.optional(z.union([z.string(), z.array(index)])),
  }),
  result: z.object({
    before: Outcome,
    /** The answer whose probability was asked, in tokens. */
    answer: z.array(index),
    /** In order of the spans asked for. */
    spans: z.array(z.object({ tokens: TokenSpan, changes: z.array(ChangeResult) })),
  }),
};
