/** The border between the extension and the thread that scans texts. */
import { Finding } from './finding';
import { z } from './schema';

/** What the extension asks of the thread. */
export const scannerMethods = {
  /** Injection markers in a text. */
  scan: {
    params: z.object({
      text: z.string(),
      path: z.string(),
      languageId: z.string(),
      /** Severity of the gravest findings in text that is not to be trusted. */
      untrusted: z.enum(['error', 'information']),
    }),
    result: z.array(Finding),
  },
} as const;
