import { type AnalysisSetup } from './setup';
import { type WindowValues } from './windows';

/**
 * The figure of every window at once, without keeping a map. For a window `[s, e)` of `length` keys:
 * later = (sum of its columns over all queries) - (sum of its columns over the queries before e), and the second is
 * read off the running column sums at the moment query e comes in. Costs one pass over the row and one over the longest
 * window per query. Keys before `firstKey` are not counted.
 */
export function laterWindows(
  setup: AnalysisSetup,
  lengths: readonly number[],
  firstKey: 0 | 1,
): {
  /** Query's weights on the keys it sees, times `scale`. Queries of a layer in order. */
  add(layer: number, query: number, weights: Float32Array, scale: number): void;
  /** Told after the last row: mean over layers and later queries of the weight on each window that has a later query. */
  finish(): (length: number) => WindowValues;
} {
  const count = setup.tokens.length;
  const sorted = [...new Set(lengths)].sort((a, b) => a - b);
  /** `[layer]`: `[keys]`, sums over the queries so far. */
  const columns =
    sorted.length === 0 ? [] : Array.from({ length: setup.layers }, () => new Float64Array(count));
  /** `[length]`: `[start of window]`, sums over all layers and the queries before the window's end. */
  const early = sorted.map(() => new Float64Array(count));
  return {
    add(layer, query, weights, scale) {
      const column = columns[layer];
      if (column === undefined) return;
      let running = 0;
      let k = query;
      for (let i = 0; i < sorted.length && query - sorted[i]! >= firstKey; i++) {
        const start = query - sorted[i]!;
        while (k > start) running += column[--k]!;
        early[i]![start]! += running;
      }
      for (let key = firstKey; key < weights.length; key++) column[key]! += weights[key]! * scale;
    },
    finish() {
      const prefix = new Float64Array(count + 1);
      for (let k = 0; k < count; k++) {
        prefix[k + 1] = prefix[k]! + columns.reduce((sum, column) => sum + column[k]!, 0);
      }
      return (length) => {
        const before = early[sorted.indexOf(length)]!;
        const values = new Float64Array(Math.max(0, count - length - firstKey));
        for (let i = 0; i < values.length; i++) {
          const start = firstKey + i;
          const end = start + length;
          values[i] = (prefix[end]! - prefix[start]! - before[start]!) / (setup.layers * (count - end));
        }
        return { first: firstKey, values };
      };
    },
  };
}
