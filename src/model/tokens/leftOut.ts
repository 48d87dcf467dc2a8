import type { Token } from '../../protocol/attention';
import type { Segment } from '../../protocol/prompt';

/**
 * The segments of a rendered prompt that hold text and give no token: its template leaves them out.
 * None is named where some tokens have no known place, since any of these may be theirs, and none that stands nowhere in
 * the source, whose tokens cannot be told from those of the template.
 */
export function leftOutSegments(segments: readonly Segment[], tokens: readonly Token[]): number[] {
  if (tokens.some(({ origin }) => origin === 'unmapped')) return [];
  const fed = new Set(tokens.map(({ segment }) => segment));
  return segments.flatMap(({ content, runs }, index) =>
    content.trim() === '' || runs.length === 0 || fed.has(index) ? [] : [index],
  );
}
