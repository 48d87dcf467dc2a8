import type { Segment } from '../../protocol/prompt';
import { type Block, INSTRUCTION, readInstructions } from './instructions';

const blocks: readonly Block[] = [
  { open: '[SYSTEM_PROMPT]', close: '[/SYSTEM_PROMPT]', role: 'system' },
  INSTRUCTION,
  { open: '[TOOL_RESULTS]', close: '[/TOOL_RESULTS]', role: 'tool' },
];

/** Reads the instruction markup of Mistral. */
export function readMistral(text: string): Segment[] | null {
  return readInstructions(text, blocks);
}
