import type { Role, Segment } from '../../protocol/prompt';
import { spoken } from '../speakers';
import { type WrittenText, verbatim } from '../writtenText';

/** A marker that opens a piece of the instruction markup, the one that closes it, and who speaks there. */
export interface Block {
  open: string;
  close: string;
  role: Role;
}

/** An instruction of the person. */
export const INSTRUCTION: Block = { open: '[INST]', close: '[/INST]', role: 'user' };

const BEGIN = '<s>';
const END = '</s>';

/**
 * Reads a text that is nothing but `[INST]` blocks, other blocks and the answers after them, or
 * `null`. The last answer must be closed by `</s>`: else a text of any kind could follow the first block.
 */
export function readInstructions(text: string, blocks: readonly Block[]): Segment[] | null {
  // A marker has to come first: most texts need no other look.
  if (!/^\s*[<[]/.test(text)) return null;
  const markers = markersOf(text, blocks);
  const segments: Segment[] = [];
  let at = 0; // index of the next marker
  let offset = 0; // end of the marker before
  while (at < markers.length) {
    if (markers[at]!.text === BEGIN && blank(text, offset, markers[at]!.start)) offset = markers[at++]!.end;
    const open = markers[at++];
    const block = blocks.find((b) => b.open === open?.text);
    if (!open || !block || !blank(text, offset, open.start)) return null;
    while (markers[at]?.text === BEGIN || markers[at]?.text === END) at++;
    const close = markers[at++];
    if (close?.text !== block.close) return null;
    segments.push(spoken(block.role, trimmed(text, open.end, close.start)));

    const next = markers[at];
    const answerEnd = next?.start ?? text.length;
    offset = close.end;
    if (!blank(text, close.end, answerEnd)) {
      if (block.role === 'system' || !next) return null;
      segments.push(spoken('assistant', trimmed(text, close.end, answerEnd)));
      offset = answerEnd;
    }
    if (next?.text === END) {
      offset = next.end;
      at++;
    }
  }
  const whole = blank(text, offset, text.length) && segments.some(({ role }) => role === 'user');
  return whole ? segments : null;
}

interface Marker {
  text: string;
  start: number;
  end: number;
}

function markersOf(text: string, blocks: readonly Block[]): Marker[] {
  const names = [BEGIN, END, ...blocks.flatMap(({ open, close }) => [open, close])];
  const expression = new RegExp(names.map((name) => name.replace(/[[\]]/g, '\\$&')).join('|'), 'g');
  return [...text.matchAll(expression)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function blank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

/** The source `[start, end)` without the white space around it. */
export function trimmed(text: string, start: number, end: number): WrittenText {
  const piece = text.slice(start, end);
  const left = piece.length - piece.trimStart().length;
  return verbatim(text, start + left, start + Math.max(left, piece.trimEnd().length));
}
