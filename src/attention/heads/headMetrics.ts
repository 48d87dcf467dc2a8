import type { ReadingPosition } from '../../protocol/attention';
import type { HeadMetrics, PerHead } from '../../protocol/requests/heads';
import { repeatsOf } from './repeats';

/** A row of one head: the weights of the keys that the query can see. */
export interface HeadRow {
  layer: number;
  head: number;
  query: number;
  /** `[width]` */
  weights: Float32Array;
  /** `[width + 1]`: sums of the weights before each key. Reused for the next row. */
  before: Float64Array;
}

/** The maps of a layer's heads for some queries. */
export interface HeadBlock {
  layer: number;
  firstQuery: number;
  heads: number;
  queries: number;
  /** Keys per row, at least up to the last query of the block. */
  keys: number;
  /** `[heads, queries, keys]` */
  values: Float32Array;
}

/** What must be known of a prompt before its maps come in. */
export interface HeadSetup {
  layers: number;
  /** Most heads that a layer has. */
  heads: number;
  causal: boolean;
  tokenIds: readonly number[];
  sink: number | null;
  reading: ReadingPosition;
}

/** Takes rows of all heads in any order and gives figures at the end. */
export interface HeadReducer<Result> {
  addRow(row: HeadRow): void;
  finish(): Result;
}

/** Cuts blocks of maps into rows. */
export function eachRow(
  { causal, tokenIds }: HeadSetup,
  { layer, firstQuery, heads, queries, keys, values }: HeadBlock,
  visit: (row: HeadRow) => void,
): void {
  const before = new Float64Array(tokenIds.length + 1);
  for (let head = 0; head < heads; head++) {
    for (let row = 0; row < queries; row++) {
      const query = firstQuery + row;
      const from = (head * queries + row) * keys;
      const weights = values.subarray(from, from + (causal ? query + 1 : keys));
      let sum = 0;
      for (let key = 0; key < weights.length; key++) before[key + 1] = sum += weights[key]!;
      visit({ layer, head, query, weights, before });
    }
  }
}

/**
 * The metrics of each head, mean over queries (docs/analyses/heads.md). Weights as the model has them, the sink
 * included, except for the distance.
 */
export function headMetrics(setup: HeadSetup): HeadReducer<HeadMetrics> {
  const { causal, tokenIds, sink } = setup;
  const { same, afterSame } = repeatsOf(tokenIds, causal);
  const names = ['entropy', 'sink', 'distance', 'previousToken', 'induction', 'duplicateToken'] as const;
  const means = names.map(() => ratios(setup));
  const [entropy, onSink, distance, previous, induction, duplicate] = means as [
    Ratios,
    Ratios,
    Ratios,
    Ratios,
    Ratios,
    Ratios,
  ];
  return {
    addRow(row) {
      const { query, weights } = row;
      let entropyOfRow = 0;
      let far = 0;
      let beside = 0;
      for (let key = 0; key < weights.length; key++) {
        const weight = weights[key]!;
        if (!(weight > 0)) continue;
        entropyOfRow -= weight * Math.log(weight);
        if (key === sink) continue;
        beside += weight;
        far += weight * Math.abs(query - key);
      }
      if (weights.length > 1) entropy.add(row, entropyOfRow / Math.log(weights.length), 1);
      distance.add(row, far, beside);
      if (sink !== null && query !== sink && sink < weights.length) onSink.add(row, weights[sink]!, 1);
      if (query > 0) previous.add(row, weights[query - 1]!, 1);
      if (same[query]!.length > 0) duplicate.add(row, sumOf(weights, same[query]!), 1);
      if (afterSame[query]!.length > 0) induction.add(row, sumOf(weights, afterSame[query]!), 1);
    },
    finish: () => Object.fromEntries(names.map((name, at) => [name, means[at]!.finish()])) as HeadMetrics,
  };
}

interface Ratios {
  add(place: { layer: number; head: number }, over: number, under: number): void;
  finish(): PerHead;
}

/** A ratio of two sums for each head; `null` where there is nothing under it. */
export function ratios({ layers, heads }: Pick<HeadSetup, 'layers' | 'heads'>): Ratios {
  const over = new Float64Array(layers * heads);
  const under = new Float64Array(layers * heads);
  return {
    add({ layer, head }, a, b) {
      over[layer * heads + head]! += a;
      under[layer * heads + head]! += b;
    },
    finish: () =>
      Array.from({ length: layers }, (_, layer) =>
        Array.from({ length: heads }, (_, head) => {
          const at = layer * heads + head;
          return under[at]! > 0 ? over[at]! / under[at]! : null;
        }),
      ),
  };
}

function sumOf(weights: Float32Array, keys: readonly number[]): number {
  let sum = 0;
  for (const key of keys) sum += weights[key]!;
  return sum;
}
