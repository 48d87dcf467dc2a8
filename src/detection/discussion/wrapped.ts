/** How far lines that belong together are read on either side of a place, UTF-16 code units. */
const REACH = 300;

/** What begins something of its own: an item of a list, a row of a table, a heading, a fence, a quoted line. */
const begins = /^[^\S\n]*(?:[-*+•|>]|#{1,6}\s|`{3}|~{3}|\d{1,3}[.)]\s|\n|$)/;
/** A line that belongs to nothing below it. */
const apart = /^[^\S\n]*(?:`{3}|~{3}|\n|$)/;

/** What stands before a place in the paragraph or item that it is in, whose lines are broken to fit a page. */
export function wrappedBefore(content: string, offset: number): string {
  const text = content.slice(Math.max(0, offset - REACH), offset);
  let from = text.lastIndexOf('\n') + 1;
  while (from > 0 && !begins.test(text.slice(from))) {
    const above = from < 2 ? 0 : text.lastIndexOf('\n', from - 2) + 1;
    if (apart.test(text.slice(above))) break;
    from = above;
  }
  return text.slice(from);
}

/** What stands after a place in the paragraph or item that it is in. */
export function wrappedAfter(content: string, offset: number): string {
  const text = content.slice(offset, offset + REACH);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (begins.test(text.slice(at + 1))) return text.slice(0, at);
  }
  return text;
}
