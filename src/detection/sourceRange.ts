import { type Run, type SourceRange } from '../protocol/prompt';

/** The source that a range of a segment's content was written as. A run that is not verbatim counts whole. */
export function sourceRange(runs: readonly Run[], content: SourceRange): SourceRange {
  const first = runAt(runs, content.start);
  const last = runAt(runs, Math.max(content.start, content.end - 1));
  if (!first || !last) return { start: 0, end: 0 };
  return {
    start: isVerbatim(first) ? first.sourceStart + content.start - first.contentStart : first.sourceStart,
    end: isVerbatim(last) ? last.sourceStart + content.end - last.contentStart : last.sourceEnd,
  };
}

function isVerbatim(run: Run): boolean {
  return run.contentEnd - run.contentStart === run.sourceEnd - run.sourceStart;
}

/** The run that holds an offset of the content. */
function runAt(runs: readonly Run[], offset: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.contentStart ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}
