import type { SourceRange } from '../../protocol/prompt';
import type { TextWriter } from '../writtenText';

/**
 * Writes a YAML block scalar (`|` or `>`), whose source `[start, end)` begins with the indicator.
 * The parser's `value` says what it holds: each line is found in it as it stands, and the line ends
 * and indents between two lines stand for the white space between them. Where the lines do not fit,
 * the source as a whole stands for the value.
 */
export function writeBlockScalar(
  writer: TextWriter,
  source: string,
  { start, end }: SourceRange,
  value: string,
): void {
  const lines = linesOf(source, start, end, value);
  if (lines === null) {
    writer.add(value, start, end);
    return;
  }
  let sourceAt = lines[0]?.start ?? end;
  let valueAt = 0;
  for (const line of lines) {
    writer.add(value.slice(valueAt, line.valueStart), sourceAt, line.start);
    writer.copy(line.start, line.end);
    sourceAt = line.end;
    valueAt = line.valueStart + line.end - line.start;
  }
  writer.add(value.slice(valueAt), sourceAt, end);
}

/** A line without its indent and line end, in source and value. */
interface Line {
  start: number;
  end: number;
  valueStart: number;
}

/** The lines that are not blank; `null` where they are not what the value holds. */
function linesOf(source: string, start: number, end: number, value: string): Line[] | null {
  const body = start + (/^[^\n]*\n?/.exec(source.slice(start, end))?.[0].length ?? 0);
  const written = [...source.slice(body, end).matchAll(/^([ \t]*)([^ \t\r\n].*?)\r?$/gm)];
  const lines: Line[] = [];
  let valueAt = 0;
  let indent: number | null = null;
  for (const { 1: space = '', 2: words = '', index } of written) {
    // White space up to the words: in the value, what is left of the indent and the gap before.
    const gap = /[ \t\n]*/y;
    gap.lastIndex = valueAt;
    const wordsAt = valueAt + (gap.exec(value)?.[0].length ?? 0);
    indent ??= space.length - (wordsAt - (value.lastIndexOf('\n', wordsAt) + 1));
    const kept = space.length - indent;
    const valueStart = wordsAt - kept;
    if (kept < 0 || valueStart < valueAt || !value.startsWith(space.slice(indent) + words, valueStart))
      return null;
    const lineStart = body + index + indent;
    lines.push({ start: lineStart, end: lineStart + kept + words.length, valueStart });
    valueAt = wordsAt + words.length;
  }
  return value.slice(valueAt).trim() === '' ? lines : null;
}
