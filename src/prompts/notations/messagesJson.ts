import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Segment } from '../../protocol/prompt';
import type { TextWriter } from '../writtenText';
import { writeJsonString } from './jsonString';
import { type DataNode, readMessages } from './messages';

/** Reads messages written as JSON: an array, or an object that holds one as `messages`, or as `contents` (Gemini). */
export function readMessagesJson(text: string): Segment[] | null {
  if (!/^\s*[[{]/.test(text) || !/"(?:role|parts)"/.test(text)) return null;
  try {
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { disallowComments: true });
    return root && errors.length === 0 ? readMessages(text, toData(text, root)) : null;
  } catch (error) {
    // Nested deeper than the parser can follow: not a list of messages.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function toData(text: string, node: Node): DataNode {
  const children = node.children ?? [];
  switch (node.type) {
    case 'string': {
      const start = node.offset + 1;
      const end = node.offset + node.length - 1;
      const write = (writer: TextWriter) => writeJsonString(writer, text.slice(start, end), start);
      return { kind: 'string', value: node.value as string, start, end, write };
    }
    case 'array':
      return { kind: 'list', items: children.map((child) => toData(text, child)) };
    case 'object': {
      const entries = new Map<string, DataNode>();
      for (const { children: pair } of children) {
        if (pair?.[0] && pair[1]) entries.set(pair[0].value as string, toData(text, pair[1]));
      }
      // A name given twice says two things at once.
      return entries.size === children.length ? { kind: 'map', entries } : { kind: 'other' };
    }
    case 'null':
      return { kind: 'null' };
    default:
      return { kind: 'other' };
  }
}
