import { Severity, Suppressing } from './finding';
import { Role, SourceRange, Trust } from './prompt';
import { z } from './schema';

/**
 * What keeps a rule from reporting a passage: it is quoted or told of, a negation governs it, what stands around it
 * changes its meaning, the rule says nothing of text that is trusted so far, or settings switch it off.
 */
export const Hindrance = z.enum(['quoted', 'reported', 'negation', 'around', 'trust', 'off']);
export type Hindrance = z.infer<typeof Hindrance>;

/** Why rules do, or do not, report what stands at a place of a text. */
export const Why = z.object({
  /** Whose text it is; nothing between the parts of a prompt. */
  segment: z.nullable(z.object({ role: Role, trust: Trust })),
  /** The settings of its folder say that the whole text is not to be trusted. */
  isUntrustedFile: z.optional(z.boolean()),
  /** The sentence at the place, in the source. */
  passage: SourceRange,
  /** That sentence in plain letters, as the rules read it. */
  folded: z.string(),
  /** With who suppressed it, where it is. */
  found: z.array(z.object({ rule: z.string(), severity: Severity, suppression: z.optional(Suppressing) })),
  /** Rules that would report it, were it not for one thing; `severity` is what they would report then. */
  hindered: z.array(z.object({ rule: z.string(), by: Hindrance, severity: Severity })),
  /** How many rules looked at it. */
  tried: z.int().check(z.nonnegative()),
});
export type Why = z.infer<typeof Why>;
