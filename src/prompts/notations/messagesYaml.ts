import { isAlias, isMap, isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import type { Segment } from '../../protocol/prompt';
import type { TextWriter } from '../writtenText';
import { type DataNode, readMessages } from './messages';
import { writeBlockScalar } from './yamlBlockScalar';
import { writeFlowScalar } from './yamlFlowScalar';

/** Longest text read as YAML, in UTF-16 code units: the parser's time can grow with the square. */
export const LONGEST_YAML = 64_000;

/** Reads messages written as YAML: a list, or a map that holds one as `messages`, or as `contents` (Gemini). */
export function readMessagesYaml(text: string): Segment[] | null {
  if (text.length > LONGEST_YAML) return null;
  // Cheap signs first: most texts are not YAML.
  if (
    !/^[ \t]*(?:-[ \t]|(?:messages|contents)[ \t]*:)/m.test(text) ||
    !/\b(?:role|parts)['"]?\s*:/.test(text)
  )
    return null;
  try {
    const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    return document.errors.length === 0 ? readMessages(text, toData(text, document.contents)) : null;
  } catch (error) {
    // Nested deeper than the parser can follow: not a list of messages.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function toData(text: string, node: unknown): DataNode {
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => toData(text, item)) };
  if (isMap(node)) {
    const entries = new Map<string, DataNode>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) return { kind: 'other' };
      entries.set(String(key.value), toData(text, value));
    }
    // A name given twice says two things at once.
    return entries.size === node.items.length ? { kind: 'map', entries } : { kind: 'other' };
  }
  if (node === null || (isScalar(node) && node.value === null)) return { kind: 'null' };
  if (isAlias(node) || !isScalar(node) || !node.range) return { kind: 'other' };
  return stringOf(text, node, node.range[0], node.range[1]);
}

/** A plain scalar such as `42` is a text where a message is expected: its source is what it says. */
function stringOf(text: string, node: Scalar, start: number, end: number): DataNode {
  const isQuoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
  const value = typeof node.value === 'string' ? node.value : text.slice(start, end);
  const inner = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
  const write = (writer: TextWriter) => {
    if (isBlock) writeBlockScalar(writer, text, inner, value);
    else writeFlowScalar(writer, text, inner, value, isQuoted ? text[start]! : '');
  };
  return { kind: 'string', value, ...inner, write };
}
