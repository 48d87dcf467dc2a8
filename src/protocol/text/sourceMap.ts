/** Between a segment's content and the source it was written as. Ranges are UTF-16 code units, `[start, end)`. */
import type { Run, Segment, SourceRange } from '../prompt';

/** The smallest source range that holds all of a content range; `null` where none of it stands in the source. */
export function contentToSource({ runs }: Pick<Segment, 'runs'>, range: SourceRange): SourceRange | null {
  let start = Infinity;
  let end = -1;
  for (let i = firstEndingAfter(runs, range.start); i < runs.length; i++) {
    const run = runs[i]!;
    if (run.contentStart >= range.end) break;
    const low = Math.max(range.start, run.contentStart);
    const high = Math.min(range.end, run.contentEnd);
    if (low >= high || run.sourceStart === run.sourceEnd) continue;
    const verbatim = run.contentEnd - run.contentStart === run.sourceEnd - run.sourceStart;
    start = Math.min(start, run.sourceStart + (verbatim ? low - run.contentStart : 0));
    end = Math.max(end, verbatim ? run.sourceStart + high - run.contentStart : run.sourceEnd);
  }
  return end < 0 ? null : { start, end };
}

/** Index of the first run that ends after `offset` of the content: runs are in order. */
function firstEndingAfter(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.contentEnd > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The smallest content range that was written in a source range; empty where nothing of it was. */
export function sourceToContent({ runs }: Pick<Segment, 'runs'>, range: SourceRange): SourceRange {
  let start = Infinity;
  let end = 0;
  for (const run of runs) {
    const low = Math.max(range.start, run.sourceStart);
    const high = Math.min(range.end, run.sourceEnd);
    if (low >= high) continue;
    const verbatim = run.contentEnd - run.contentStart === run.sourceEnd - run.sourceStart;
    start = Math.min(start, run.contentStart + (verbatim ? low - run.sourceStart : 0));
    end = Math.max(end, verbatim ? run.contentStart + high - run.sourceStart : run.contentEnd);
  }
  return { start: Math.min(start, end), end };
}
