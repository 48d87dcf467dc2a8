import { Finding } from './finding';
import { SourceRange } from './prompt';
import { z } from './schema';

/** A change to a text that removes a finding. */
export const Fix = z.object({
  kind: z.enum(['remove-hidden', 'delete-marked', 'delete-sentence', 'delete-paragraph', 'wrap']),
  /** Whether it may be made without a look at what goes: only what nobody can see. */
  safe: z.boolean(),
  /** What stands in the place of each range, in UTF-16 code units of the text that was scanned. */
  edits: z.array(z.extend(SourceRange, { text: z.string() })),
});
export type Fix = z.infer<typeof Fix>;

/** A finding with the ways to remove it, the best first. */
export const FixableFinding = z.extend(Finding, { fixes: z.array(Fix) });
export type FixableFinding = z.infer<typeof FixableFinding>;
