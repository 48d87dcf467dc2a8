import type { TokenSpan } from '../../protocol/attention';

/** Neighbouring tokens with the same label. */
export interface LabelRun extends TokenSpan {
  label: number;
}

/** The runs of equal labels, in order; tokens labelled `null` belong to none. */
export function labelRuns(labels: readonly (number | null)[]): LabelRun[] {
  const runs: LabelRun[] = [];
  labels.forEach((label, i) => {
    const last = runs.at(-1);
    if (label === null) return;
    if (last?.end === i && last.label === label) last.end = i + 1;
    else runs.push({ label, first: i, end: i + 1 });
  });
  return runs;
}
