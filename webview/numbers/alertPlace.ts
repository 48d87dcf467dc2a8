import type { AnalysisResult } from '../../src/protocol/analysis';
import type { TokenSpan } from '../../src/protocol/attention';
import type { HeadChoice } from '../../src/protocol/borders/inference';
import type { Section } from '../../src/protocol/measured/features';
import type { CheckedStatistic } from '../../src/protocol/measured/monitor';
import type { RootCause } from '../../src/protocol/measured/rootCause';

/** Where a statistic is seen: its map, the row that reads, and of its section the token that is read most there. */
export interface AlertPlace {
  layer: number;
  head: HeadChoice;
  cursor?: { row: number; column: number };
  /** The tokens that it is about, where it is about some: the longest run of the section. */
  tokens: TokenSpan | null;
}

/** `null` for a statistic of no layer. */
export function placeOfStatistic(
  { attention, tokens }: Pick<AnalysisResult, 'attention' | 'tokens'>,
  cause: RootCause,
  { layer, head, section }: CheckedStatistic,
): AlertPlace | null {
  if (layer === undefined) return null;
  const place = {
    layer,
    head: head ?? ('mean' as const),
    tokens: section ? longestRun(cause, section) : null,
  };
  const row = attention.reading.token ?? tokens.length - 1;
  const read = attention.reading.perLayer[layer];
  const runs = section ? runsOf(cause, section) : [];
  let column: number | undefined;
  for (const { first, end } of runs)
    for (let token = first; token < end; token++)
      if (column === undefined || read![token]! > read![column]!) column = token;
  return column === undefined ? place : { ...place, cursor: { row, column } };
}

/** Parts that people wrote, what is least to be trusted first. */
const WRITTEN: readonly Section[] = ['untrusted', 'user', 'assistant', 'system'];

/** What is to be left out to see what hangs on it: untrusted text, else a part that the alert is about. */
export function suspectOf(cause: RootCause): { section: Section; tokens: TokenSpan } | null {
  const told = new Set(cause.alert.statistics.map(({ section }) => section));
  // The system prompt is what others are held against; it comes last even where the alert is about it.
  const order = WRITTEN.toSorted((one, other) => rank(one) - rank(other));
  function rank(section: Section): number {
    return section === 'untrusted' ? 0 : section === 'system' ? 3 : told.has(section) ? 1 : 2;
  }
  for (const section of order) {
    const tokens = longestRun(cause, section);
    if (tokens) return { section, tokens };
  }
  return null;
}

function runsOf({ tokens }: RootCause, section: Section): readonly TokenSpan[] {
  return tokens.find((own) => own.section === section)?.runs ?? [];
}

function longestRun(cause: RootCause, section: Section): TokenSpan | null {
  const [longest] = [...runsOf(cause, section)].sort((a, b) => b.end - b.first - (a.end - a.first));
  return longest ?? null;
}
