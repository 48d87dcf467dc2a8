import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import { scaleWithoutSink } from '../withoutSink';
import type { SinkSetup } from './setup';

/** Head-mean attention of some queries of one layer, as it leaves the model. */
export interface RowBlock {
  layer: number;
  firstQuery: number;
  queries: number;
  /** Keys per row; at least up to the last query of the block; keys beyond it have no weight. */
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
  /** Key that is taken out. */
  sink: number;
  /** Weight on it; 0 where the query cannot see it. */
  sinkWeight: number;
  /**
   * `[width + 1]`: `rest[k]` is the sum of the weights of the keys before k, the sink's left out. Reused for the
   * next row.
   */
  rest: Float64Array;
  /** What the rest is multiplied by to sum to 1; see `scaleWithoutSink`. */
  scale: number;
}

/** Takes the rows of all layers one by one and gives a figure at the end. Rows of one layer come in order of query. */
export interface Reducer<Result> {
  addRow(row: Row): void;
  /**
   * `hasSink`: whether what was taken out of the rows turned out to be a sink; else both treatments are the raw
   * one.
   */
  finish(hasSink: boolean): Result;
}

/** Weight of `row` on the keys `[first, end)`. */
export function mass(row: Row, first: number, end: number): number {
  const inRest = restMass(row, first, end);
  return first <= row.sink && row.sink < end ? row.sinkWeight + inRest : inRest;
}

/** The same after the sink is taken out and the rest of the row scaled to sum to 1. */
export function massWithoutSink(row: Row, first: number, end: number): number {
  return restMass(row, first, end) * row.scale;
}

function restMass({ rest, width }: Row, first: number, end: number): number {
  return first < width ? rest[Math.min(end, width)]! - rest[first]! : 0;
}

/**
 * Cuts blocks into rows and checks that each layer gets each query once, in order.
 * Throws `bad-model` where weights are not finite numbers.
 */
export function createRowReader(setup: SinkSetup): {
  read(block: RowBlock, visit: (row: Row) => void): void;
  /** Whether every layer had all its queries. */
  complete(): boolean;
} {
  const count = setup.tokens.length;
  const next = new Array<number>(setup.layers).fill(0);
  const rest = new Float64Array(count + 1);
  const { sink } = setup;
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
        for (let k = 0; k < sink && k < width; k++) rest[k + 1] = sum += weights[k]!;
        rest[sink + 1] = sum;
        for (let k = sink + 1; k < width; k++) rest[k + 1] = sum += weights[k]!;
        const sinkWeight = sink < width ? weights[sink]! : 0;
        if (!Number.isFinite(sum + sinkWeight)) throw notFinite(layer, query);
        visit({ layer, query, weights, width, sink, sinkWeight, rest, scale: scaleWithoutSink(sum) });
      }
    },
    complete: () => next.every((queries) => queries === count),
  };
}

function notFinite(layer: number, query: number): AttnscopeError {
  return new AttnscopeError('bad-model', [
    sentence(
      'The attention of the model in layer {layer} at token {query} holds values that are not finite numbers, so no figures can be told from it. If the model file has 16-bit weights, use one with 32-bit weights; otherwise the file may be damaged.',
      { layer, query },
    ),
  ]);
}
