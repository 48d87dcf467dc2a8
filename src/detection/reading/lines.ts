/** One line of a text, in UTF-16 code units, its line end left out. */
export interface Line {
  start: number;
  text: string;
}

/** Longest part of a line that is looked at. */
export const LINE_REACH = 400;

/** The lines of a text, each cut at a bounded length. */
export function* linesOf(content: string): Generator<Line> {
  for (let start = 0; start <= content.length;) {
    const found = content.indexOf('\n', start);
    const end = found < 0 ? content.length : found;
    yield { start, text: content.slice(start, Math.min(end, start + LINE_REACH)).replace(/\r$/, '') };
    start = end + 1;
  }
}

/** How far from a place its line is looked at on either side, UTF-16 code units. */
export const SIDE_REACH = 300;

/** The line up to an offset. */
export function lineBefore(content: string, offset: number): string {
  const text = content.slice(Math.max(0, offset - SIDE_REACH), offset);
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** The line from an offset on. */
export function lineAfter(content: string, offset: number): string {
  const text = content.slice(offset, offset + SIDE_REACH);
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}
