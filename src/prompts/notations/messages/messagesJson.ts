import type { Segment } from '../../../protocol/prompt';
import { parseJson } from '../parseJson';
import { readMessages } from './readMessages';

/** Reads messages written as JSON: an array, or an object that holds one as `messages`, or as `contents` (Gemini). */
export function readMessagesJson(text: string): Segment[] | null {
  if (!/^\s*[[{]/.test(text) || !/"(?:role|parts)"/.test(text)) return null;
  const root = parseJson(text);
  return root && readMessages(text, root);
}
