import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { lineStarts, positionAt } from '../prompts/positions';
import type { SourceRange } from '../protocol/prompt';
import { sentence } from '../protocol/sentence';
import type { Path, Place, Problem } from '../protocol/written/problem';

/** Longest file read, in UTF-16 code units. */
const LONGEST_FILE = 2_000_000;

/** JSON with comments as plain data. */
export interface Jsonc {
  value: unknown;
  problems: Problem[];
  /** Where a part of the data stands; of the nearest part around it where it is missing. */
  rangeOf: (path: Path) => SourceRange;
  /** Where the name of a key stands. */
  keyOf: (path: Path) => SourceRange;
  placeOf: (range: SourceRange) => Place;
}

/** Reads JSON in which comments and commas behind the last value are allowed. */
export function readJsonc(text: string): Jsonc {
  const starts = lineStarts(text);
  const placeOf = ({ start, end }: SourceRange): Place => {
    const behind = positionAt(starts, end);
    return { ...positionAt(starts, start), endLine: behind.line, endColumn: behind.column };
  };
  const problems: Problem[] = [];
  const root = parsed(text, (range, ...sentences) => problems.push({ ...placeOf(range), sentences }));
  const nodeAt = (path: Path): Node | undefined => {
    for (let length = path.length; length >= 0; length--) {
      const node = root && findNodeAtLocation(root, path.slice(0, length));
      if (node) return node;
    }
    return undefined;
  };
  const rangeOf = (path: Path): SourceRange => span(nodeAt(path));
  return {
    value: root && problems.length === 0 ? (getNodeValue(root) as unknown) : undefined,
    problems,
    rangeOf,
    keyOf: (path) => {
      const property = nodeAt(path)?.parent;
      return property?.type === 'property' ? span(property.children?.[0]) : rangeOf(path);
    },
    placeOf,
  };
}

function span(node: Node | undefined): SourceRange {
  return node ? { start: node.offset, end: node.offset + node.length } : { start: 0, end: 0 };
}

type Tell = (range: SourceRange, ...sentences: Problem['sentences']) => void;

function parsed(text: string, tell: Tell): Node | undefined {
  const nowhere: SourceRange = { start: 0, end: 0 };
  if (text.length > LONGEST_FILE) {
    tell(
      nowhere,
      sentence('The file is longer than {longest} characters. Divide it.', { longest: LONGEST_FILE }),
    );
    return undefined;
  }
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true });
    for (const { error, offset, length } of errors) {
      const reason = printParseErrorCode(error).replace(
        /(?<=[a-z])[A-Z]/g,
        (letter) => ` ${letter.toLowerCase()}`,
      );
      tell({ start: offset, end: offset + length }, sentence('This is not JSON: {reason}.', { reason }));
    }
    return root;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tell(nowhere, sentence('The file is nested too deeply.'));
    return undefined;
  }
}
