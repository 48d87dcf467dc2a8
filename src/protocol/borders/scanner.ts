/** The border between the extension and the thread that scans texts. */
import { Document, Source } from '../document';
import { FixableFinding } from '../fix';
import { z } from '../schema';

/** What the extension asks of the thread. */
export const scannerMethods = {
  /** Injection markers in a text, with their fixes. */
  scan: { params: Source, result: z.array(FixableFinding) },
  /** The prompts that a text holds, and the markers in them. */
  read: { params: Source, result: Document },
} as const;
