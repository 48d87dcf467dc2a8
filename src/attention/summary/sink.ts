import type { Row, RowBlock } from './rows';
import type { SinkSetup } from './setup';

/**
 * The part of the attention it could draw beyond an even share that makes a token a sink. Ordinary tokens of real
 * models stay under 0.01, their sinks above 0.2 (docs/analyses.md).
 */
const OUTSTANDING = 0.15;

/** Which key may be a sink, and whether it is one. */
interface SinkAttention {
  /** `[layer]`: mean, over the other queries that give it any weight, of the head-mean weight on it. */
  perLayer: number[];
  isSink: boolean;
}

/**
 * A key is a sink where (m - u) / (1 - u) >= 0.15: m is the mean of the head-mean weight on it over all layers and
 * other queries that give it any (a mask gives none), u what it would be if these spread their weight evenly.
 */
export function sinkAttention({ layers, sink }: SinkSetup): {
  addRow(row: Row): void;
  finish(): SinkAttention;
} {
  const sums = new Float64Array(layers);
  const queries = new Float64Array(layers);
  let even = 0;
  return {
    addRow({ layer, query, width, sinkWeight }) {
      if (query === sink || sinkWeight === 0) return;
      sums[layer]! += sinkWeight;
      queries[layer]! += 1;
      even += 1 / width;
    },
    finish() {
      const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
      const seen = total(queries);
      const [m, u] = [total(sums) / seen, even / seen];
      return {
        perLayer: Array.from(sums, (sum, layer) => sum / Math.max(1, queries[layer]!)),
        isSink: seen > 0 && (m - u) / (1 - u) >= OUTSTANDING,
      };
    },
  };
}

/** The key that draws most from the other queries, mean over the layers' rows that give it any weight. */
export function strongestKey(blocks: readonly RowBlock[], tokens: number): number {
  const sums = new Float64Array(tokens);
  const queries = new Float64Array(tokens);
  for (const { firstQuery, queries: rows, keys, mean } of blocks) {
    for (let row = 0; row < rows; row++) {
      for (let key = 0; key < tokens; key++) {
        const weight = mean[row * keys + key]!;
        if (weight === 0 || key === firstQuery + row) continue;
        sums[key]! += weight;
        queries[key]! += 1;
      }
    }
  }
  const means = sums.map((sum, key) => sum / Math.max(1, queries[key]!));
  return means.indexOf(means.reduce((a, b) => Math.max(a, b), 0));
}
