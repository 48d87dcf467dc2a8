import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Segment } from '../../protocol/prompt';
import type { TextWriter } from '../writtenText';
import { type DataNode, readMessages } from './messages';

/** Reads messages written as JSON: an array, or an object that holds one as `messages`. */
export function readMessagesJson(text: string): Segment[] | null {
  if (!/^\s*[[{]/.test(text) || !text.includes('"role"')) return null;
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
      const write = (writer: TextWriter) => writeString(writer, text.slice(start, end), start);
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

/** Letters after a backslash; any other character stands for itself (RFC 8259, section 7). */
const letters: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Writes the string whose inside is `raw` and stands at `start`. */
function writeString(writer: TextWriter, raw: string, start: number): void {
  let at = 0;
  for (const { 0: escape, index } of raw.matchAll(/\\(?:u[0-9a-fA-F]{4}|.)/g)) {
    writer.copy(start + at, start + index);
    at = index + escape.length;
    const letter = escape[1]!;
    const content =
      letter === 'u' ? String.fromCharCode(parseInt(escape.slice(2), 16)) : (letters.get(letter) ?? letter);
    writer.add(content, start + index, start + at);
  }
  writer.copy(start + at, start + raw.length);
}
