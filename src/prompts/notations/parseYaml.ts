import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, Scalar } from 'yaml';
import type { SourceRange } from '../../protocol/prompt';
import type { TextWriter } from '../writtenText';
import type { DataNode } from './dataNode';
import { writeBlockScalar } from './yamlBlockScalar';
import { writeFlowScalar } from './yamlFlowScalar';

/** Longest text read as YAML, in UTF-16 code units: its parser takes 1 to 5 ms for 1,000, many times what the rules do. */
export const LONGEST_YAML = 256_000;

/** A YAML document: what it holds, and where each entry at its top stands, its name included. */
export interface YamlDocument {
  root: DataNode;
  top: ReadonlyMap<string, SourceRange>;
}

/** What a YAML document holds; `null` where it is none, too long, or nested deeper than the parser can follow. */
export function parseYaml(text: string): YamlDocument | null {
  if (text.length > LONGEST_YAML) return null;
  try {
    const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    if (document.errors.length > 0) return null;
    const { contents } = document;
    const top = new Map<string, SourceRange>();
    for (const { key, value } of isMap(contents) ? contents.items : []) {
      if (isScalar(key) && key.range && isNode(value) && value.range)
        top.set(String(key.value), { start: key.range[0], end: value.range[1] });
    }
    return { root: toData(text, contents), top };
  } catch (error) {
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
