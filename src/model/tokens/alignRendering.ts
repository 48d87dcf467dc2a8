/**
 * A part of a rendered prompt, `[start, end)` in UTF-16 code units. `content`: of segment `segment`,
 * from `contentStart` of its content on. `unmapped`: holds content of the segments from `segment` to
 * before `endSegment`, at places that are not known.
 */
export type Stretch = { start: number; end: number } & (
  | { kind: 'template' }
  | { kind: 'content'; segment: number; contentStart: number }
  | { kind: 'unmapped'; segments: number[] }
);

/** The frame in order: what the template writes, and the places of content. */
type Part =
  | { kind: 'template'; text: string }
  | { kind: 'content'; segment: number; text: string; contentStart: number };

/**
 * Tells template and content apart in a rendering, by the same rendering with placeholders in the
 * contents' places (`frame`; groups of `placeholder`: white space kept before, segment, white space
 * kept after). What lies between the parts that agree from the start and those that agree from the
 * end is unmapped: there the template did more to a content than trim it.
 */
export function alignRendering(
  text: string,
  frame: string,
  placeholder: RegExp,
  contents: readonly string[],
): Stretch[] {
  const parts = partsOf(frame, placeholder, contents);
  const head = agreeing(parts, (part, offset) => text.startsWith(part.text, offset));
  if (head.parts === parts.length && head.length === text.length) return stretchesOf(parts, 0);

  const rest = parts.slice(head.parts).reverse();
  const tail = agreeing(
    rest,
    (part, length) =>
      text.length - length - part.text.length >= head.length &&
      text.endsWith(part.text, text.length - length),
  );
  const endStart = text.length - tail.length;
  const between = rest.slice(tail.parts).reverse();
  const unmapped: Stretch = {
    kind: 'unmapped',
    start: head.length,
    end: endStart,
    segments: between.flatMap((part) => (part.kind === 'content' ? [part.segment] : [])),
  };
  return [
    ...stretchesOf(parts.slice(0, head.parts), 0),
    unmapped,
    ...stretchesOf(parts.slice(parts.length - tail.parts), endStart),
  ].filter(({ start, end }) => end > start);
}

function partsOf(frame: string, placeholder: RegExp, contents: readonly string[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: whole, 1: before, 2: index, 3: after, index: start } of frame.matchAll(placeholder)) {
    parts.push({ kind: 'template', text: frame.slice(at, start) });
    const segment = Number(index);
    const content = contents[segment]!;
    const left = before === '' ? content.length - content.trimStart().length : 0;
    const right = after === '' ? content.trimEnd().length : content.length;
    parts.push({
      kind: 'content',
      segment,
      text: content.slice(left, Math.max(left, right)),
      contentStart: left,
    });
    at = start + whole.length;
  }
  parts.push({ kind: 'template', text: frame.slice(at) });
  return parts;
}

/**
 * How many parts, and how much text, agree one after the other. A content counts only where the
 * template's text after it agrees too: else its own end is not known.
 */
function agreeing(
  parts: readonly Part[],
  agrees: (part: Part, length: number) => boolean,
): { parts: number; length: number } {
  const agreed = { parts: 0, length: 0 };
  let length = 0;
  for (const [i, part] of parts.entries()) {
    if (!agrees(part, length)) break;
    length += part.text.length;
    if (part.kind === 'template') Object.assign(agreed, { parts: i + 1, length });
  }
  return agreed;
}

function stretchesOf(parts: readonly Part[], start: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = start;
  for (const part of parts) {
    const range = { start: at, end: at + part.text.length };
    at = range.end;
    if (part.text === '') continue;
    if (part.kind === 'template') stretches.push({ kind: 'template', ...range });
    else
      stretches.push({ kind: 'content', ...range, segment: part.segment, contentStart: part.contentStart });
  }
  return stretches;
}
