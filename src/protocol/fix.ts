import { WrittenAt } from './config';
import { Finding } from './finding';
import { SourceRange } from './prompt';
import { z } from './schema';

/** A change to a text that removes a finding. */
export const Fix = z.object({
  kind: z.enum([
    'remove-hidden',
    'show-hidden',
    'delete-marked',
    'delete-sentence',
    'delete-paragraph',
    'escape-marks',
    'wrap',
  ]),
  /** Whether it may be made without a look at what goes: only what nobody can see. */
  safe: z.boolean(),
  /** What stands in the place of each range, in UTF-16 code units of the text that was scanned. */
  edits: z.array(z.extend(SourceRange, { text: z.string() })),
});
export type Fix = z.infer<typeof Fix>;

/**
 * What says how far the text of a finding is to be trusted, and where: a role, a tag around data, the settings of its
 * folder, or whoever asks for the scan.
 */
export const TrustOrigin = z.union([
  z.extend(SourceRange, { by: z.enum(['role', 'fence']) }),
  z.object({ by: z.literal('setting'), at: WrittenAt }),
  z.object({ by: z.literal('request') }),
]);
export type TrustOrigin = z.infer<typeof TrustOrigin>;

/** A finding with the ways to remove it, the best first, and where the trust of its text comes from. */
export const FixableFinding = z.extend(Finding, { fixes: z.array(Fix), origin: z.optional(TrustOrigin) });
export type FixableFinding = z.infer<typeof FixableFinding>;
