import { AttnscopeError } from '../../protocol/errors';
import { type AnalysisSetup } from './setup';

/** Head-mean attention of some queries of one layer, as it leaves the model. */
export interface RowBlock {
  layer: number;
  firstQuery: number;
  queries: number;
  /** Keys per row; at least up to the last query of the block, keys beyond have no weight. */
  keys: number;
  /** `[queries, keys]`, mean over heads. */
  mean: Float32Array;
}

/** One head-mean row, with what makes the mass of any span of keys two look-ups. */
export interface Row {
  layer: number;
  query: number;
  /** `[width]`: the keys that this query can see. */
  weights: Float32Array;
  width: number;
  /** Weight on key 0. */
  sink: number;
  /** `[width + 1]`: `tail[k]` is the sum of the weights of keys 1 to k - 1. The buffer is used again for the next row. */
  tail: Float64Array;
  /** 1 / (sum of the weights beside the sink), or 0 where there is nothing beside it. */
  scale: number;
}

/** Takes the rows of all layers one by one and ends with a figure. Rows of one layer come in order of query. */
export interface Reducer<Result> {
  addRow(row: Row): void;
  finish(): Result;
}

/** Weight of `row` on the keys `[first, end)`. */
export function mass(row: Row, first: number, end: number): number {
  if (first >= row.width) return 0;
  const inTail = row.tail[Math.min(end, row.width)]! - row.tail[first]!;
  return first === 0 && end > 0 ? row.sink + inTail : inTail;
}

/** The same after the sink is taken out and the rest of the row scaled to sum to 1. */
export function massWithoutSink(row: Row, first: number, end: number): number {
  return mass(row, Math.max(first, 1), Math.max(end, 1)) * row.scale;
}

/**
 * Cuts blocks into rows and checks that each layer gets each query once, in order.
 * Throws `bad-model` where weights are not finite numbers.
 */
export function createRowReader(setup: AnalysisSetup): {
  read(block: RowBlock, visit: (row: Row) => void): void;
  /** Whether every layer had all its queries. */
  complete(): boolean;
} {
  const count = setup.tokens.length;
  const next = new Array<number>(setup.layers).fill(0);
  const tail = new Float64Array(count + 1);
  return {
    read({ layer, firstQuery, queries, keys, mean }, visit) {
      const needed = setup.causal ? firstQuery + queries : count;
      if (
        next[layer] !== firstQuery ||
        firstQuery + queries > count ||
        keys < needed ||
        mean.length !== queries * keys
      ) {
        throw new AttnscopeError(
          'internal',
          `Attention rows ${firstQuery} to ${firstQuery + queries} of layer ${layer} do not follow on those before them.`,
        );
      }
      next[layer] = firstQuery + queries;
      for (let i = 0; i < queries; i++) {
        const query = firstQuery + i;
        const width = setup.causal ? query + 1 : count;
        const weights = mean.subarray(i * keys, i * keys + width);
        let sum = 0;
        tail[1] = 0;
        for (let k = 1; k < width; k++) tail[k + 1] = sum += weights[k]!;
        if (!Number.isFinite(sum + weights[0]!)) throw notFinite(layer, query);
        visit({ layer, query, weights, width, sink: weights[0]!, tail, scale: sum > 0 ? 1 / sum : 0 });
      }
    },
    complete: () => next.every((queries) => queries === count),
  };
}

function notFinite(layer: number, query: number): AttnscopeError {
  return new AttnscopeError(
    'bad-model',
    `The model's attention in layer ${layer} at token ${query} holds values that are not finite numbers, so no figures can be ` +
      'told from it. If the model file has 16-bit weights, use one with 32-bit weights; otherwise the file may be damaged.',
  );
}
