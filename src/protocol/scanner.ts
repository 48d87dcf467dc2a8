/** The border between the extension and the thread that scans texts. */
import { Document, Source } from './document';
import { Finding } from './finding';
import { z } from './schema';

/** What the extension asks of the thread. */
export const scannerMethods = {
  /** Injection markers in a text. */
  scan: { params: Source, result: z.array(Finding) },
  /** The same, and the prompts that the text holds. */
  read: { params: Source, result: Document },
} as const;
