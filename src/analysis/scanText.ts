import { detect } from '../detection/detect';
import { readPrompt } from '../prompts/readPrompt';
import type { Finding } from '../protocol/finding';
import type { Prompt, Trust } from '../protocol/prompt';

/** A text read as a prompt, and the injection markers in it. */
export interface Scan {
  prompt: Prompt;
  findings: Finding[];
}

/**
 * Reads a text as a prompt and looks for injection markers. No model, no waiting.
 *
 * `trust` says how far the whole text is to be believed, where the caller knows better than its format tells.
 */
export function scanText(text: string, about: { path?: string; trust?: Trust } = {}): Scan {
  const { trust, path } = about;
  const read = readPrompt(text, { path });
  const prompt = trust ? { ...read, segments: read.segments.map((s) => ({ ...s, trust })) } : read;
  return { prompt, findings: detect(text, prompt) };
}
