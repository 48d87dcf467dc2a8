import type { Segment, SourceRange } from '../protocol/prompt';
import type { TrustOrigin } from '../protocol/fix';

/** How far before a segment its marker is looked for, UTF-16 code units. */
const REACH = 400;

/**
 * Where the trust of a segment comes from: the marker that it stands behind, such as a role or the tag around data.
 * Nothing of a text that is one segment, which is its author's.
 *
 * @param segments of the prompt, in the order of the text
 */
export function originOf(
  text: string,
  segments: readonly Pick<Segment, 'role' | 'start' | 'end'>[],
  segment: Pick<Segment, 'role' | 'start' | 'end'>,
): TrustOrigin | undefined {
  if (segments.length < 2 || segment.role === 'prompt') return undefined;
  const before = segments.reduce(
    (most, { end }) => (end <= segment.start ? Math.max(most, end) : most),
    Math.max(0, segment.start - REACH),
  );
  return { by: segment.role === 'data' ? 'fence' : 'role', ...markerIn(text, before, segment.start) };
}

/** The last line of a stretch that has something on it; the character behind the stretch where none does. */
function markerIn(text: string, from: number, to: number): SourceRange {
  const end = from + text.slice(from, to).trimEnd().length;
  const line = text.slice(from, end);
  const start = from + line.lastIndexOf('\n') + 1;
  const indent = text.slice(start, end).search(/\S/);
  return indent < 0 ? { start: to, end: Math.min(text.length, to + 1) } : { start: start + indent, end };
}
