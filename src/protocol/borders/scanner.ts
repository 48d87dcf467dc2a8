/** The border between the extension and the thread that scans texts. */
import { Document, Source } from '../document';
import { Finding, HiddenText } from '../finding';
import { FixableFinding } from '../fix';
import { z } from '../schema';

/** What the extension asks of the thread. */
export const scannerMethods = {
  /** Injection markers in a text, with their fixes, and the characters in it that nobody sees. */
  scan: {
    params: Source,
    result: z.object({ findings: z.array(FixableFinding), hidden: z.array(HiddenText) }),
  },
  /** Ways to do away with findings in a text that were made elsewhere. */
  fix: {
    params: z.extend(Source, { findings: z.array(Finding) }),
    result: z.object({ findings: z.array(FixableFinding) }),
  },
  /** The prompts that a text holds, and the markers in them. */
  read: { params: Source, result: Document },
} as const;
