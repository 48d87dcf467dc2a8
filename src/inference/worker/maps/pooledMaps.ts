import { finestPool, weightsIn, type PooledBy } from '../../../attention/pooling';
import { putRow, rowOf, weightsOf, type MapShape } from './keptWeights';
import type { MapKey, MapStore } from './mapStore';

/** Pools maps of a long prompt as their rows come, by the largest weight and by the mean of each square. */
export interface PooledCollector {
  /** `weights` `[queries, keys]` from query `firstQuery` on; the queries of a map ascending without a gap. */
  add(key: MapKey, firstQuery: number, keys: number, weights: Float32Array): void;
  /** Stores what was collected. */
  finish(): void;
}

/** A map in squares, by both, and the row of squares that is being made. */
interface Growing {
  key: MapKey;
  largest: Float32Array;
  mean: Float32Array;
  most: Float32Array;
  sums: Float32Array;
}

/** Starts to pool `maps` maps in the smallest squares of a prompt; `undefined` where the store is too small for them. */
export function collectPooled(store: MapStore, shape: MapShape, maps: number): PooledCollector | undefined {
  const { tokens, causal } = shape;
  const pool = finestPool(tokens);
  const squares = { tokens: Math.ceil(tokens / pool), causal };
  const weights = weightsOf(squares);
  if (2 * 4 * weights * maps > store.maxBytes / 2) return undefined;
  const growing = new Map<string, Growing>();

  function addRow({ largest, mean, most, sums }: Growing, query: number, row: Float32Array): void {
    poolRow(most, sums, pool, row);
    if (query % pool !== pool - 1 && query !== tokens - 1) return;
    const at = Math.floor(query / pool);
    for (let square = 0; square < sums.length; square++) {
      const [first, end] = [square * pool, Math.min(tokens, (square + 1) * pool)];
      sums[square]! /= weightsIn(at * pool, query + 1, first, end, causal) || 1;
    }
    putRow(largest, squares, at, most);
    putRow(mean, squares, at, sums);
    most.fill(0);
    sums.fill(0);
  }

  return {
    add(key, firstQuery, keys, block) {
      const name = `${key.layer}/${key.head}`;
      let map = growing.get(name);
      if (!map) {
        const [row, all] = [squares.tokens, weights];
        map = {
          ...{ key, largest: new Float32Array(all), mean: new Float32Array(all) },
          ...{ most: new Float32Array(row), sums: new Float32Array(row) },
        };
        growing.set(name, map);
      }
      for (let row = 0; row * keys < block.length; row++)
        addRow(map, firstQuery + row, block.subarray(row * keys, (row + 1) * keys));
    },
    finish() {
      for (const { key, largest, mean } of growing.values()) {
        store.set({ ...key, pooled: { pool, by: 'largest' } }, largest);
        store.set({ ...key, pooled: { pool, by: 'mean' } }, mean);
      }
    },
  };
}

/** Takes the weights of a query into a row of squares, as the largest of each and as its sum. */
function poolRow(most: Float32Array, sums: Float32Array, pool: number, weights: Float32Array): void {
  let key = 0;
  for (let square = 0; key < weights.length; square++) {
    const end = Math.min(weights.length, key + pool);
    let [largest, sum] = [most[square]!, sums[square]!];
    for (; key < end; key++) {
      const weight = weights[key]!;
      if (weight > largest) largest = weight;
      sum += weight;
    }
    most[square] = largest;
    sums[square] = sum;
  }
}

/** A map in squares, row by row, from the store; `undefined` where it is not there. */
export function pooledMap(
  store: MapStore,
  key: MapKey,
  { tokens, causal }: MapShape,
  pool: number,
  by: PooledBy,
): { row: (cell: number) => Float32Array } | undefined {
  const map = store.get({ ...key, pooled: { pool, by } });
  const cells = { tokens: Math.ceil(tokens / pool), causal };
  return map && { row: (cell) => rowOf(map, cells, cell) };
}
