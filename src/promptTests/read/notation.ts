import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { plainText, quoted } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import type { Path, Place, Problem } from '../../protocol/written/problem';

/** Longest file read, in UTF-16 code units. */
export const LONGEST_FILE = 500_000;
/** Longest words of the parser that are repeated. */
const LONGEST_WORDS = 200;
/** Deepest nesting read; a test file needs some ten. */
const DEEPEST = 30;

/** A YAML or JSON text as plain data. */
export interface Notation {
  value: unknown;
  problems: Problem[];
  /** Where a part of the data stands; of the nearest part around it where it is missing. */
  placeOf: (path: Path) => Place;
  /** Where the name of a key stands. */
  placeOfKey: (path: Path) => Place;
}

type Range = readonly [start: number, end: number];

/**
 * Reads YAML 1.2, of which JSON is a part. What a test file does not need, and what can make a small file a large
 * one, is a problem: anchors and aliases, tags of its own, keys that are not texts, keys given twice.
 */
export function readNotation(text: string): Notation {
  const counter = new LineCounter();
  const ranges = new Map<string, { key?: Range; value: Range }>();
  const problems: Problem[] = [];
  const placeAt = ([start, end]: Range): Place => {
    const from = counter.linePos(start);
    const to = counter.linePos(Math.max(start, trimmedEnd(text, start, end)));
    return {
      line: Math.max(1, from.line),
      column: Math.max(1, from.col),
      endLine: Math.max(1, to.line),
      endColumn: Math.max(1, to.col),
    };
  };
  const tell = (range: Range, ...sentences: Problem['sentences']) =>
    problems.push({ ...placeAt(range), sentences });
  const rangeOf = (node: Node | null | undefined, around: Range): Range =>
    node?.range ? [node.range[0], node.range[1]] : around;

  const valueOf = (node: unknown, path: Path, around: Range, key?: Range): unknown => {
    const range = rangeOf(node as Node | null, around);
    ranges.set(JSON.stringify(path), { ...(key ? { key } : {}), value: key ? [key[0], range[1]] : range });
    if (isAlias(node) || (node as Node & { anchor?: string })?.anchor) {
      tell(range, sentence('Anchors and aliases (& and *) are not used in a test file: write the text out.'));
      return undefined;
    }
    if (path.length > DEEPEST) {
      tell(range, sentence('The file is nested too deeply.'));
      return undefined;
    }
    if (isSeq(node)) return node.items.map((item, index) => valueOf(item, [...path, index], range));
    if (isMap(node)) {
      const entries = new Map<string, unknown>();
      for (const { key: name, value } of node.items) {
        const named = rangeOf(name as Node | null, range);
        if (!isScalar(name) || typeof name.value !== 'string') {
          tell(named, sentence('A key must be a text: put it in quotes.'));
        } else if (entries.has(name.value)) {
          tell(named, sentence('{key} is given twice.', { key: quoted(name.value) }));
        } else entries.set(name.value, valueOf(value, [...path, name.value], named, named));
      }
      return Object.fromEntries(entries);
    }
    const { value } = (isScalar(node) ? node : { value: null }) as { value: unknown };
    if (typeof value === 'object' && value !== null) {
      tell(
        range,
        sentence('A test file has texts, numbers, true, false and null, and no values of other kinds.'),
      );
      return undefined;
    }
    return value;
  };

  const nowhere: Range = [0, 0];
  const found = (path: Path): { key?: Range; value: Range } => {
    for (let length = path.length; length >= 0; length--) {
      const range = ranges.get(JSON.stringify(path.slice(0, length)));
      if (range) return range;
    }
    return { value: nowhere };
  };
  const read = (): unknown => {
    if (text.length > LONGEST_FILE) {
      tell(
        nowhere,
        sentence('The file is longer than {longest} characters. Divide it.', { longest: LONGEST_FILE }),
      );
      return undefined;
    }
    try {
      const document = parseDocument(text, {
        lineCounter: counter,
        prettyErrors: false,
        uniqueKeys: false,
        logLevel: 'error',
        schema: 'core',
      });
      for (const { pos, message } of [...document.errors, ...document.warnings]) {
        // The parser tells of its own end as of a mistake in the text.
        const isDeep = message.includes('call stack');
        tell(
          pos,
          isDeep
            ? sentence('The file is nested too deeply.')
            : sentence('This is not YAML: {reason}', { reason: plainText(message, LONGEST_WORDS) }),
        );
      }
      return problems.length > 0 ? undefined : valueOf(document.contents, [], [0, text.length]);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      tell(nowhere, sentence('The file is nested too deeply.'));
      return undefined;
    }
  };
  return {
    value: read(),
    problems,
    placeOf: (path) => placeAt(found(path).value),
    placeOfKey: (path) => {
      const { key, value } = found(path);
      return placeAt(key ?? value);
    },
  };
}

/** The end of a stretch without the white space and line ends before it. */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}
