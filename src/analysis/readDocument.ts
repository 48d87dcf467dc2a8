import { detect } from '../detection/detect';
import { readPrompt } from '../prompts/readPrompt';
import type { Document, Source } from '../protocol/document';
import type { Finding } from '../protocol/finding';
import { pack } from '../protocol/borders/packed';
import { outlineOf, type Prompt, type Segment, type Trust } from '../protocol/prompt';

/** From the most believed to the least. */
const ORDER: readonly Trust[] = ['author', 'user', 'untrusted'];

/** Reads a text as the prompts that it holds, and looks for injection markers in them. No model. */
export async function readDocument(source: Source): Promise<Document> {
  const { prompts, findings } = await read(source);
  return {
    prompts: prompts.map((prompt) => ({ outline: outlineOf(prompt), input: pack(prompt) })),
    findings,
  };
}

/** Injection markers in a text, in its order. No model. */
export async function scanDocument(source: Source): Promise<Finding[]> {
  return (await read(source)).findings;
}

async function read(source: Source): Promise<{ prompts: Prompt[]; findings: Finding[] }> {
  const { text, trust, untrusted } = source;
  const prompts = [readPrompt(text, source)];
  if (trust) for (const prompt of prompts) prompt.segments = prompt.segments.map((s) => lowered(s, trust));
  const segments = prompts.flatMap((prompt) => prompt.segments);
  return { prompts, findings: detect(text, { segments }, { untrusted }) };
}

function lowered(segment: Segment, trust: Trust): Segment {
  return ORDER.indexOf(trust) > ORDER.indexOf(segment.trust) ? { ...segment, trust } : segment;
}
