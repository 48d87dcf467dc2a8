/** Between a segment's content and the source it was written as. Ranges are UTF-16 code units, `[start, end)`. */
import type { Run, Segment, SourceRange } from './prompt';

type Side = { start: 'contentStart' | 'sourceStart'; end: 'contentEnd' | 'sourceEnd' };
const CONTENT: Side = { start: 'contentStart', end: 'contentEnd' };
const SOURCE: Side = { start: 'sourceStart', end: 'sourceEnd' };

/** The smallest source range that holds all of a content range; `null` where none of it stands in the source. */
export function contentToSource(segment: Pick<Segment, 'runs'>, range: SourceRange): SourceRange | null {
  return across(segment.runs, range, CONTENT, SOURCE);
}

/** The smallest content range written by any part of a source range; `null` where it holds no content. */
export function sourceToContent(segment: Pick<Segment, 'runs'>, range: SourceRange): SourceRange | null {
  return across(segment.runs, range, SOURCE, CONTENT);
}

function across(runs: readonly Run[], range: SourceRange, from: Side, to: Side): SourceRange | null {
  let start = Infinity;
  let end = -1;
  for (let i = firstEndingAfter(runs, range.start, from); i < runs.length; i++) {
    const run = runs[i]!;
    if (run[from.start] >= range.end) break;
    const low = Math.max(range.start, run[from.start]);
    const high = Math.min(range.end, run[from.end]);
    if (low >= high || run[to.start] === run[to.end]) continue;
    const verbatim = run.contentEnd - run.contentStart === run.sourceEnd - run.sourceStart;
    start = Math.min(start, verbatim ? run[to.start] + low - run[from.start] : run[to.start]);
    end = Math.max(end, verbatim ? run[to.start] + high - run[from.start] : run[to.end]);
  }
  return end < 0 ? null : { start, end };
}

/** Index of the first run that ends after `offset`: runs are in order on both sides. */
function firstEndingAfter(runs: readonly Run[], offset: number, side: Side): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]![side.end] > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
