import type { ComparedRows } from '../../protocol/attention';
import type { RowBaseline } from '../../protocol/learned/baseline';
import { benjaminiYekutieli } from '../../statistics/manyTests';
import type { RowPeaks } from './rowPeaks';

/** The false discovery rate at which a row counts as unusual. */
export const RATE = 0.05;
/** How many rows are told of in any case, and at most. */
const [FEWEST, MOST] = [20, 500];

/**
 * Compares each row's largest weight with what clean texts have in that layer for queries that see as many keys, and
 * ranks what is above the ordinary (docs/analyses/anomalies.md). `keysOf`: how many keys a query sees.
 */
export function compareRows(
  peaks: RowPeaks,
  baseline: RowBaseline,
  keysOf: (query: number) => number,
): ComparedRows {
  const { keysFrom, tail, perLayer } = baseline;
  const cells = (peaks.weights[0] ?? []).length;
  const found: ComparedRows['items'] = [];
  let tests = 0;
  for (let query = 0; query < cells; query++) {
    const keys = keysOf(query);
    const at = keysFrom.findLastIndex((from) => from <= keys);
    if (at < 0 || at >= keysFrom.length - 1) continue;
    for (const [layer, weights] of peaks.weights.entries()) {
      const cell = perLayer[layer]?.[at];
      if (!cell) continue;
      tests++;
      const over = logit(weights[query]!) - cell.upper;
      if (over <= 0) continue;
      found.push({
        layer,
        output: query,
        focus: peaks.focus[layer]![query]!,
        concentration: weights[query]!,
        expected: 1 / (1 + Math.exp(-cell.median)),
        p: tail * Math.exp(-over / cell.excess),
        adjusted: 1,
      });
    }
  }
  found.sort((a, b) => a.p - b.p || b.concentration - a.concentration);
  const values = benjaminiYekutieli(
    found.map(({ p }) => p),
    tests,
  );
  found.forEach((item, i) => (item.adjusted = values[i]!));
  const unusual = found.filter((item) => item.adjusted <= RATE).length;
  return { rate: RATE, tests, unusual, items: found.slice(0, Math.min(MOST, Math.max(FEWEST, unusual))) };
}

/** Weights of 0 and 1 as those right beside them. */
export function logit(weight: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, weight));
  return Math.log(inside / (1 - inside));
}
