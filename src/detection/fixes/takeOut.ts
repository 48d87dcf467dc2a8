import type { Segment, SourceRange } from '../../protocol/prompt';
import { contentToSource } from '../../protocol/text/sourceMap';
import type { Hit } from '../hit';
import { lineEnd, lineStart } from './passages';

/**
 * What goes from the source so that a range of a segment's content is gone and no white space is left over:
 * no double blank, no empty line where the lines around were not apart.
 *
 * @returns `null` where none of it stands in the source
 */
export function takeOut(source: string, segment: Segment, range: Hit): SourceRange | null {
  const written = contentToSource(segment, mended(segment.content, range));
  if (!written) return null;
  const { start, end } = written;
  const ownLine = lineStart(source, start);
  // The indentation of lines that go, as in YAML, is no part of the content.
  const endsLine = end > start && source[end - 1] === '\n';
  return endsLine && source.slice(ownLine, start).trim() === '' ? { start: ownLine, end } : written;
}

/** A range of a text with the white space that has to go with it. */
function mended(content: string, { start, end }: Hit): Hit {
  const lineFrom = lineStart(content, start);
  const before = content.slice(lineFrom, start);
  const after = content.slice(end, lineEnd(content, end));
  if (before.trim() === '') {
    if (after.trim() === '') return wholeLines(content, lineFrom, end);
    return { start, end: end + (after.length - after.trimStart().length) };
  }
  const isLast = after === '' || /^[\s"`]/.test(after);
  return { start: isLast ? start - (before.length - before.trimEnd().length) : start, end };
}

/** Lines that go as a whole, with one of the line ends around and one of the blank lines. */
function wholeLines(content: string, from: number, to: number): Hit {
  let end = afterLine(content, to);
  const atStart = from === 0 || /\n[ \t\r]*\n$/.test(content.slice(Math.max(0, from - 200), from));
  while (atStart && end < content.length && content.slice(end, lineEnd(content, end)).trim() === '')
    end = afterLine(content, end);
  // The last line takes the line end before it along, so that none is left over.
  const isLast = end === content.length && content[end - 1] !== '\n';
  const start = isLast ? content.slice(0, from).trimEnd().length : from;
  return { start, end };
}

/** Where the line after that of an offset begins; the end of the text where there is none. */
function afterLine(content: string, offset: number): number {
  const end = content.indexOf('\n', offset);
  return end < 0 ? content.length : end + 1;
}
