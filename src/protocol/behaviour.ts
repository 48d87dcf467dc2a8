/** What a model did, told by checkers of its answer; they are data, so that people write their own. */
import { z } from './schema';

/** What it means where a checker holds. */
export const BehaviourMeaning = z.enum(['refusal', 'leak', 'followed', 'other']);
export type BehaviourMeaning = z.infer<typeof BehaviourMeaning>;

const common = {
  /** Names the checker in results; its own among those of one run. */
  name: z.string().check(z.minLength(1)),
  means: BehaviourMeaning,
};
const written = z.string().check(z.minLength(1));

/** A question to an answer that is answered by yes or no. What each kind looks at: docs/behaviour.md. */
export const Checker = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('contains'),
    /** What stands somewhere in the answer; of several, any. */
    text: z.union([written, z.array(written).check(z.minLength(1))]),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('matches'),
    /** A regular expression, in the syntax of RE2 (https://github.com/google/re2/wiki/Syntax). */
    pattern: written,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('json'),
    /** A JSONPath (RFC 9535), without its functions `match` and `search`. */
    path: written,
    /** The value that one of the places has; any value where left out. */
    equals: z.optional(z.unknown()),
  }),
]);
export type Checker = z.infer<typeof Checker>;

/** A file of checkers. */
export const CheckerFile = z.strictObject({ checkers: z.array(Checker).check(z.minLength(1)) });
export type CheckerFile = z.infer<typeof CheckerFile>;

/** What a model did with one input. */
export const Behaviour = z.object({
  /** Tokens of the answer; 0 where none was asked for. */
  tokens: z.int().check(z.nonnegative()),
  /** By the name of each checker: whether it holds. */
  checks: z.record(z.string(), z.boolean()),
  /** KL divergence of the next token from what comes next after the baseline's inputs, in nats; `null` without one. */
  kl: z.nullable(z.number()),
  /** Log-probability of a wanted answer per token, in nats; `null` where none was given. */
  wanted: z.nullable(z.number()),
});
export type Behaviour = z.infer<typeof Behaviour>;
