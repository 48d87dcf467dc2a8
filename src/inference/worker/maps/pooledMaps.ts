import { finestPool, weightsIn, type PooledBy } from '../../../attention/pooling';
import { putRow, rowOf, weightsOf, type MapShape } from './keptWeights';
import type { MapKey, MapStore } from './mapStore';
import { poolRows } from './poolRows';

/** Pools maps of a long prompt as their rows come, by the largest weight and by the mean of each square. */
export interface PooledCollector {
  /** `weights` `[queries, keys]` from query `firstQuery` on; the queries of a map ascending without a gap. */
  add(key: MapKey, firstQuery: number, keys: number, weights: Float32Array): void;
  /** Stores what was collected. */
  finish(): void;
}

/** A map in squares, and the row of them that is being made. */
interface Growing {
  key: MapKey;
  by: PooledBy;
  map: Float32Array;
  row: Float32Array;
}

/** Starts to pool `maps` maps in the smallest squares of a prompt; `undefined` where the store is too small for them. */
export function collectPooled(store: MapStore, shape: MapShape, maps: number): PooledCollector | undefined {
  const { tokens, causal } = shape;
  const pool = finestPool(tokens);
  const cells = { tokens: Math.ceil(tokens / pool), causal };
  const weights = weightsOf(cells);
  if (2 * 4 * weights * maps > store.maxBytes / 2) return undefined;
  const growing = new Map<string, Growing[]>();

  function addRow({ by, map, row }: Growing, query: number, weights: Float32Array): void {
    poolRows(row, row.length, pool, weights, weights.length, 0, 1, by === 'mean');
    if (query % pool !== pool - 1 && query !== tokens - 1) return;
    const at = Math.floor(query / pool);
    if (by === 'mean') {
      const rows = { firstRow: at * pool, endRow: query + 1 };
      for (let cell = 0; cell < row.length; cell++) {
        const columns = { firstColumn: cell * pool, endColumn: Math.min(tokens, (cell + 1) * pool) };
        row[cell]! /= weightsIn({ ...rows, ...columns }, causal) || 1;
      }
    }
    putRow(map, cells, at, row);
    row.fill(0);
  }

  return {
    add(key, firstQuery, keys, block) {
      const name = `${key.layer}/${key.head}`;
      let both = growing.get(name);
      if (!both) {
        both = (['largest', 'mean'] as const).map((by) => ({
          ...{ key: { ...key, pooled: { pool, by } }, by },
          ...{ map: new Float32Array(weights), row: new Float32Array(cells.tokens) },
        }));
        growing.set(name, both);
      }
      for (let row = 0; row * keys < block.length; row++) {
        const own = block.subarray(row * keys, (row + 1) * keys);
        for (const one of both) addRow(one, firstQuery + row, own);
      }
    },
    finish() {
      for (const { key, map } of [...growing.values()].flat()) store.set(key, map);
    },
  };
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
