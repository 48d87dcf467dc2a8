import type { Prompt, ReadAs, Segment } from '../protocol/prompt';
import { grammarOf } from './code/languages';
import { readCode } from './code/readCode';
import { readPrompt, type PromptSource } from './readPrompt';

/** What a document holds. */
export interface Prompts {
  /** In order. */
  prompts: Prompt[];
  /** What stands around them, and is read by whoever opens the document: comments of a program. */
  asides: Segment[];
}

/** Reads a document as the prompts that it holds: a program may hold any number, any other text is one. */
export async function readPrompts(
  text: string,
  source: PromptSource = {},
  as: ReadAs = 'raw',
): Promise<Prompts> {
  const grammar = grammarOf(source);
  const found = grammar ? await readCode(text, grammar, source, as) : null;
  return found ?? { prompts: [readPrompt(text, source, as)], asides: [] };
}
