import type { SourceRange } from '../../protocol/prompt';
import type { TextWriter } from '../writtenText';

/** One character after the backslash (YAML 1.2.2, section 5.7); others stand for themselves. */
const letters: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/**
 * What is not verbatim: a fold over line ends, an escaped line end, a hexadecimal or a one-letter escape, `''`.
 * Blanks within a line are verbatim, yet matched: else the search would start again at each of them.
 */
const pieces: Readonly<Record<string, RegExp>> = {
  '': /[ \t]*(?:\r?\n[ \t]*)+|[ \t]+/g,
  "'": /[ \t]*(?:\r?\n[ \t]*)+|[ \t]+|''/g,
  '"': /\\\r?\n[ \t]*(?:\r?\n[ \t]*)*|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\.|[ \t]*(?:\r?\n[ \t]*)+|[ \t]+/g,
};
const blanks = /^[ \t]+$/;

/**
 * Writes a plain or quoted YAML scalar whose inside is the source `[start, end)`. Where that does
 * not give the parser's `value`, the source as a whole stands for it.
 */
export function writeFlowScalar(
  writer: TextWriter,
  source: string,
  { start, end }: SourceRange,
  value: string,
  quote: string,
): void {
  const raw = source.slice(start, end);
  const special = [...raw.matchAll(pieces[quote]!)]
    .filter(([written]) => !blanks.test(written))
    .map(({ 0: written, index }) => ({ index, written, content: contentOf(written) }));
  let cooked = '';
  let at = 0;
  for (const { index, written, content } of special) {
    cooked += raw.slice(at, index) + content;
    at = index + written.length;
  }
  if (cooked + raw.slice(at) !== value) {
    writer.add(value, start, end);
    return;
  }
  at = 0;
  for (const { index, written, content } of special) {
    writer.copy(start + at, start + index);
    at = index + written.length;
    writer.add(content, start + index, start + at);
  }
  writer.copy(start + at, end);
}

function contentOf(written: string): string {
  if (written === "''") return "'";
  const breaks = written.split('\n').length - 1;
  if (written[0] !== '\\') return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
  if (breaks > 0) return '\n'.repeat(breaks - 1);
  const letter = written[1]!;
  if (written.length > 2) return String.fromCodePoint(parseInt(written.slice(2), 16));
  return letters.get(letter) ?? letter;
}
