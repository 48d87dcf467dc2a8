/** The border between the extension and the thread that scans texts. */
import { Finding } from './finding';
import { PackedPrompt } from './prompt';
import { z } from './schema';

const text = z.object({
  text: z.string(),
  path: z.string(),
  languageId: z.string(),
  /** Severity of the gravest findings in text that is not to be trusted. */
  untrusted: z.enum(['error', 'information']),
});

/** What the extension asks of the thread. */
export const scannerMethods = {
  /** Injection markers in a text. */
  scan: { params: text, result: z.array(Finding) },
  /** The same, and the prompt that the text is read as. */
  read: { params: text, result: z.object({ prompt: PackedPrompt, findings: z.array(Finding) }) },
} as const;
