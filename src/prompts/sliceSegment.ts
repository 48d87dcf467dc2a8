import type { Run, Segment, SourceRange } from '../protocol/prompt';

/** The part of a segment that says `[start, end)` of its content. What an escape stands for is not cut. */
export function sliceSegment(segment: Segment, { start, end }: SourceRange): Segment {
  const runs = segment.runs.flatMap((run): Run[] => {
    const low = Math.max(start, run.contentStart);
    const high = Math.min(end, run.contentEnd);
    if (low >= high) return [];
    const isVerbatim = run.contentEnd - run.contentStart === run.sourceEnd - run.sourceStart;
    const place = isVerbatim
      ? {
          sourceStart: run.sourceStart + low - run.contentStart,
          sourceEnd: run.sourceStart + high - run.contentStart,
        }
      : { sourceStart: run.sourceStart, sourceEnd: run.sourceEnd };
    return [{ contentStart: low - start, contentEnd: high - start, ...place }];
  });
  const places = segment.places?.flatMap((place) => {
    const low = Math.max(start, place.start);
    const high = Math.min(end, place.end);
    return low < high ? [{ ...place, start: low - start, end: high - start }] : [];
  });
  return {
    ...segment,
    start: Math.min(...runs.map(({ sourceStart }) => sourceStart), segment.end),
    end: Math.max(...runs.map(({ sourceEnd }) => sourceEnd), segment.start),
    content: segment.content.slice(start, end),
    runs,
    ...(places ? { places } : {}),
  };
}
