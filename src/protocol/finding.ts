import { Role, SourceRange, Trust } from './prompt';
import { z } from './schema';

export const Severity = z.enum(['error', 'warning', 'information', 'hint']);
export type Severity = z.infer<typeof Severity>;

/** Where a suppression was written. */
export const SuppressedBy = z.enum(['comment', 'front-matter', 'config', 'baseline']);
export type SuppressedBy = z.infer<typeof SuppressedBy>;

/** What is told of the suppression of a finding. */
export const Suppressing = z.object({
  by: SuppressedBy,
  /** As it was written, on one line; left out where it would repeat words that rules report. */
  reason: z.optional(z.string()),
});
export type Suppressing = z.infer<typeof Suppressing>;

/** A rule matched at a place of the text. Never repeats the matched text: other agents read it. */
export const Finding = z.object({
  /** `family/slug`, e.g. `override/previous-instructions`. */
  rule: z.string(),
  severity: Severity,
  /** Source range in UTF-16 code units, `[start, end)`. */
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.nonnegative()),
  /** Where it starts; 1-based, the column in UTF-16 code units. */
  line: z.int().check(z.positive()),
  column: z.int().check(z.positive()),
  /** Where it ends: the place just after it, counted in the same way. */
  endLine: z.int().check(z.positive()),
  endColumn: z.int().check(z.positive()),
  /** The rule's title, why it matters, and what to do. One line, no part of the matched text. */
  message: z.string(),
  segment: z.object({ role: Role, trust: Trust }),
  /** At most 8 characters of the matched text, the rest `…`; control and markup characters escaped. */
  excerpt: z.string(),
  /**
   * Names the finding: its own among those of a text, and stable over edits elsewhere in it. Hash of rule,
   * matched text (in plain letters, its white space as single blanks) and occurrence.
   */
  fingerprint: z.string(),
  suppressed: z.optional(z.boolean()),
  /** Who suppressed it and why, where it is. */
  suppression: z.optional(Suppressing),
});
export type Finding = z.infer<typeof Finding>;

/** Characters in a row that nobody sees. */
export const HiddenText = z.extend(SourceRange, {
  /** What they are, in the order in which they come first; `codePoint` is that of the first of its name. */
  kinds: z.array(
    z.object({
      codePoint: z.int().check(z.nonnegative()),
      name: z.string(),
      count: z.int().check(z.positive()),
    }),
  ),
  /** The masked beginning of what Unicode tags spell; `null` where there are none. */
  spells: z.nullable(z.string()),
});
export type HiddenText = z.infer<typeof HiddenText>;
