import type { FixableFinding } from '../../protocol/fix';
import type { Edit } from '../documents/place';

/**
 * Findings after edits made at once, whose offsets are in the text before them: moved by those before, gone where one
 * touches the passage or one of its fixes reaches into what was edited.
 */
export function afterEdits(findings: readonly FixableFinding[], edits: readonly Edit[]): FixableFinding[] {
  return findings.flatMap((finding) => {
    let by = 0;
    for (const { rangeOffset, rangeLength, text } of edits) {
      const end = rangeOffset + rangeLength;
      if (end <= finding.start) by += text.length - rangeLength;
      else if (rangeOffset < finding.end) return [];
    }
    const moved = <T extends { start: number; end: number }>(range: T): T => ({
      ...range,
      start: range.start + by,
      end: range.end + by,
    });
    const untouched = finding.fixes.filter(({ edits: own }) =>
      own.every(({ start, end }) =>
        edits.every(
          ({ rangeOffset, rangeLength }) =>
            (rangeOffset + rangeLength <= start && rangeOffset + rangeLength <= finding.start) ||
            (rangeOffset >= end && rangeOffset >= finding.end),
        ),
      ),
    );
    const fixes = untouched.map((fix) => ({ ...fix, edits: fix.edits.map(moved) }));
    return [{ ...moved(finding), fixes }];
  });
}
