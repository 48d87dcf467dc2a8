import { detect } from '../detection/detect';
import { readPrompt } from '../prompts/readPrompt';
import type { Finding } from '../protocol/finding';
import type { Prompt, Segment, Trust } from '../protocol/prompt';

/** A text read as a prompt, and the injection markers in it. */
export interface Scan {
  prompt: Prompt;
  findings: Finding[];
}

/** From the most believed to the least. */
const ORDER: readonly Trust[] = ['author', 'user', 'untrusted'];

/**
 * Reads a text as a prompt and looks for injection markers. No model, no waiting.
 *
 * `trust` says that the whole text is to be believed no further than that, where the caller knows more than
 * its format tells. It never raises the trust of a part: a tool's result stays untrusted.
 */
export function scanText(text: string, about: { path?: string; trust?: Trust } = {}): Scan {
  const { trust, path } = about;
  const read = readPrompt(text, { path });
  const prompt = trust ? { ...read, segments: read.segments.map((s) => lowered(s, trust)) } : read;
  return { prompt, findings: detect(text, prompt) };
}

function lowered(segment: Segment, trust: Trust): Segment {
  return ORDER.indexOf(trust) > ORDER.indexOf(segment.trust) ? { ...segment, trust } : segment;
}
