import type { TokenSpan } from '../../protocol/attention';
import type { TokensRead } from '../../protocol/requests/heads';
import { type HeadReducer, type HeadRow, type HeadSetup, ratios } from './headMetrics';

/** How each head reads a set of tokens, given as runs from first to last. */
export function tokensRead(setup: HeadSetup, runs: readonly TokenSpan[]): HeadReducer<TokensRead> {
  const { layers, heads, reading } = setup;
  const size = runs.reduce((sum, { first, end }) => sum + end - first, 0);
  const last = runs.at(-1)!.end;
  const [fromReading, all, later] = [ratios(setup), ratios(setup), ratios(setup)];
  const most = Array.from({ length: layers }, () => new Array<number | null>(heads).fill(null));
  return {
    addRow(row) {
      const { layer, head, query } = row;
      const mass = massOf(row, runs);
      if (reading.token === null || reading.token === query) fromReading.add(row, mass, 1);
      all.add(row, mass / size, 1);
      if (query < last) return;
      later.add(row, mass, 1);
      most[layer]![head] = Math.max(most[layer]![head] ?? 0, mass);
    },
    finish: () => ({
      reading: fromReading.finish(),
      perToken: all.finish(),
      laterMean: later.finish(),
      laterMax: most,
    }),
  };
}

/** Weight of a row on all keys of some runs. */
function massOf({ weights, before }: HeadRow, runs: readonly TokenSpan[]): number {
  let mass = 0;
  for (const { first, end } of runs) {
    if (first >= weights.length) break;
    mass += before[Math.min(end, weights.length)]! - before[first]!;
  }
  return mass;
}
