import { ScanSettings } from './config';
import { Finding } from './finding';
import { packed } from './borders/packed';
import { ModelInput, PromptOutline, PromptSentence, ReadAs, Trust } from './prompt';
import { z } from './schema';

/** A text, and what is known about it besides its words. */
export const Source = z.object({
  /** As the editor holds it: BOM dropped, line ends kept. */
  text: z.string(),
  path: z.optional(z.string()),
  /** As VS Code names languages. */
  languageId: z.optional(z.string()),
  /** The whole text is to be trusted no further than that; never raises the trust of a part. */
  trust: z.optional(Trust),
  /** How a model reads a text that is not a chat; `raw` where absent. */
  as: z.optional(ReadAs),
  /** What a model is asked to do with the text: read before it as the system's message, and no part of it. */
  task: z.optional(z.string()),
  /** Severity of the gravest findings in text that is not to be trusted; `error` where absent. */
  untrusted: z.optional(z.enum(['error', 'information'])),
  /** The settings of its folder, where there are any. */
  settings: z.optional(ScanSettings),
});
export type Source = z.infer<typeof Source>;

/** A prompt of a document: who speaks where in it, its sentences, and what a model is fed. */
export const DocumentPrompt = z.object({
  outline: PromptOutline,
  sentences: z.array(PromptSentence),
  input: packed(ModelInput),
});
export type DocumentPrompt = z.infer<typeof DocumentPrompt>;

/** A text that was read: the prompts that it holds, in order, and the findings in all of them. */
export const Document = z.object({ prompts: z.array(DocumentPrompt), findings: z.array(Finding) });
export type Document = z.infer<typeof Document>;
