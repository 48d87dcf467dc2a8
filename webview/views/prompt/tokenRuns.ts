import { groupOf } from '../../../src/attention/parts';
import { segmentName, segmentNames, unmappedName } from '../../../src/describe/names';
import type { Phrase } from '../../../src/describe/phrase';
import { isRightToLeft } from '../../../src/describe/tokenText';
import type { AnalysisResult } from '../../../src/protocol/analysis';

/** Tokens `[first, end)` that stand side by side and belong together. */
export interface TokenRun {
  group: ReturnType<typeof groupOf>;
  name: Phrase;
  first: number;
  end: number;
  /** Text runs the way most of its words do, as it does in the editor. */
  isRightToLeft: boolean;
}

/** All tokens, in runs of one segment, of the template, or of text whose place is not known. */
export function tokenRuns({ tokens, segments }: Pick<AnalysisResult, 'tokens' | 'segments'>): TokenRun[] {
  const names = segmentNames(segments);
  const nameOf = (group: TokenRun['group']): Phrase =>
    group === 'unmapped' ? unmappedName : group === 'template' ? segmentName(undefined) : names[group]!;
  const runs: TokenRun[] = [];
  for (let first = 0, end = 0; first < tokens.length; first = end) {
    const group = groupOf(tokens[first]!);
    while (end < tokens.length && groupOf(tokens[end]!) === group) end++;
    const texts = tokens.slice(first, end).map(({ text }) => text);
    runs.push({ group, name: nameOf(group), first, end, isRightToLeft: isRightToLeft(texts) });
  }
  return runs;
}
