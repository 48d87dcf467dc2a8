import type { Segment } from '../../protocol/prompt';
import { spoken } from '../speakers';
import { verbatim } from '../writtenText';

/** A turn starts at the start of the text or after an empty line. */
const header = /(^\s*|\r?\n\r?\n)(Human|Assistant):[ \t]*/g;

/**
 * Reads `Human:` and `Assistant:` turns, or `null`. The text must start with `Human:`, the two must
 * take turns, and the assistant must have the last one, which may be empty.
 */
export function readHumanAssistant(text: string): Segment[] | null {
  if (!/^\s*Human:/.test(text)) return null;
  const headers = [...text.matchAll(header)];
  if (headers[0]?.index !== 0 || headers.length % 2 !== 0) return null;
  const segments: Segment[] = [];
  for (const [i, match] of headers.entries()) {
    if (match[2] !== (i % 2 === 0 ? 'Human' : 'Assistant')) return null;
    const start = match.index + match[0].length;
    const end = headers[i + 1]?.index ?? text.length;
    const isPrompt = i === headers.length - 1 && text.slice(start).trim() === '';
    if (!isPrompt) segments.push(spoken(i % 2 === 0 ? 'user' : 'assistant', verbatim(text, start, end)));
  }
  return segments;
}
