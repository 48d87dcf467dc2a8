import type { Run, Segment } from '../protocol/prompt';
import { contentToSource } from '../protocol/text/sourceMap';
import { sliceSegment } from './sliceSegment';
import type { WrittenText } from './writtenText';

/** Segments of a text that is written in another one, as segments of the other. */
export function placeSegments(segments: readonly Segment[], written: WrittenText): Segment[] {
  const outer: Segment = { role: 'prompt', trust: 'author', ...written };
  return segments.map((segment) => {
    const runs = segment.runs.flatMap((run): Run[] => {
      const range = { start: run.sourceStart, end: run.sourceEnd };
      if (run.contentEnd - run.contentStart === range.end - range.start) {
        const by = run.contentStart;
        return sliceSegment(outer, range).runs.map((inner) => ({
          ...inner,
          contentStart: inner.contentStart + by,
          contentEnd: inner.contentEnd + by,
        }));
      }
      const place = contentToSource(outer, range) ?? { start: outer.start, end: outer.start };
      return [{ ...run, sourceStart: place.start, sourceEnd: place.end }];
    });
    const place = contentToSource(outer, segment) ?? { start: outer.start, end: outer.start };
    return { ...segment, ...place, runs };
  });
}
