import type { Segment, SourceRange } from '../protocol/prompt';
import { sliceSegment } from './sliceSegment';

/** A segment whose ranges, in order, stand apart as segments of another role: all of them one message. */
export function splitSegment(
  segment: Segment,
  ranges: readonly SourceRange[],
  role: 'data' | 'input',
): Segment[] {
  const parts: Segment[] = [];
  let at = 0;
  const add = (start: number, end: number, isApart: boolean): void => {
    if (end <= start) return;
    const part = sliceSegment(segment, { start, end });
    const said: Segment = isApart ? { ...part, role, trust: 'untrusted' } : part;
    parts.push(parts.length > 0 ? { ...said, continues: true } : said);
  };
  for (const { start, end } of ranges) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, segment.content.length, false);
  return parts;
}
