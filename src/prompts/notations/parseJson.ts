import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { TextWriter } from '../writtenText';
import { writeJsonString } from './jsonString';
import type { DataNode } from './dataNode';

/** What a JSON document holds; `null` where it is none, or nested deeper than the parser can follow. */
export function parseJson(text: string): DataNode | null {
  try {
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { disallowComments: true });
    return root && errors.length === 0 ? toData(text, root) : null;
  } catch (error) {
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
