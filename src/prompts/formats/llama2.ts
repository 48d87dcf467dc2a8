import type { Segment } from '../../protocol/prompt';
import { spoken } from '../speakers';
import { INSTRUCTION, readInstructions, trimmed } from './instructions';

const SYSTEM_OPEN = '<<SYS>>';
const SYSTEM_CLOSE = '<</SYS>>';

/**
 * Reads the instruction markup of Llama 2: as Mistral's, but the system prompt stands inside the
 * first block between `<<SYS>>` marks, and each exchange is a sequence of its own (`</s><s>`).
 */
export function readLlama2(text: string): Segment[] | null {
  const segments = readInstructions(text, [INSTRUCTION]);
  const first = segments?.[0];
  if (!segments || !first) return null;
  if (!first.content.startsWith(SYSTEM_OPEN)) return /<\/s>\s*<s>/.test(text) ? segments : null;
  const close = first.content.indexOf(SYSTEM_CLOSE);
  if (close < 0) return null;
  const system = trimmed(text, first.start + SYSTEM_OPEN.length, first.start + close);
  const user = trimmed(text, first.start + close + SYSTEM_CLOSE.length, first.end);
  return [spoken('system', system), spoken('user', user), ...segments.slice(1)];
}
