import { weightsIn } from '../../../attention/pooling';
import type { InferenceParams, InferenceResult } from '../../../protocol/borders/inference';
import { addGroups, groupsIn, meansOfGroups } from './groups';
import { poolRows } from './poolRows';

/** What of a map is drawn, and how. */
export type Drawn = Pick<
  InferenceParams<'maps'>,
  'firstQuery' | 'endQuery' | 'average' | 'pool' | 'by' | 'groups'
>;

/** The answer to a request for maps, as rows come in. */
export interface Drawing {
  /** The room of one map `[rows, columns]`. */
  room(layer: number, head: number): Float32Array;
  /** Draws `weights` `[queries, keys]` from query `first` on, from key 0 on; keys that none of them sees may be missing. */
  rows(room: Float32Array, weights: Float32Array, first: number, keys: number): void;
  /** Draws rows of a map that is pooled already, `pool` tokens a side, by what is asked for. */
  pooledRows(room: Float32Array, cells: Float32Array, firstCell: number, pool: number): void;
  finish(): InferenceResult<'maps'>;
}

/** Starts to draw maps `[layers, heads]` of a prompt of so many tokens. */
export function createDrawing(
  { firstQuery, endQuery, average = false, pool, by = 'largest', groups }: Drawn,
  maps: { layers: number; heads: number },
  { tokens, causal }: { tokens: number; causal: boolean },
): Drawing {
  const side = groups && groupsIn(groups);
  const rows = side ?? (average ? 1 : Math.ceil((endQuery - firstQuery) / pool));
  // What no query of a causal model sees is not sent.
  const columns = side ?? Math.ceil((causal ? endQuery : tokens) / pool);
  const size = rows * columns;
  const values = new Float32Array(maps.layers * maps.heads * size);
  const adds = by === 'mean' && pool > 1;

  /** How many weights stand in a cell of `side` tokens; rows are counted from query `origin` on. */
  function weightsOf(row: number, column: number, side: number, origin: number): number {
    const [firstRow, firstColumn] = [origin + row * side, column * side];
    const endRow = Math.min(endQuery, firstRow + side);
    return weightsIn(firstRow, endRow, firstColumn, Math.min(tokens, firstColumn + side), causal);
  }

  return {
    room(layer, head) {
      const map = layer * maps.heads + head;
      return values.subarray(map * size, (map + 1) * size);
    },
    rows(room, weights, first, keys) {
      if (groups) addGroups(room, columns, groups, weights, first, keys);
      else if (average) addMean(room, columns, weights, keys, first - firstQuery, endQuery - firstQuery);
      else poolRows(room, columns, pool, weights, keys, first - firstQuery, endQuery - firstQuery, adds);
    },
    pooledRows(room, cells, firstCell, side) {
      const sums = adds ? cells.map((cell, column) => cell * weightsOf(firstCell, column, side, 0)) : cells;
      const [first, end] = [firstQuery / side, Math.ceil(endQuery / side)];
      poolRows(room, columns, pool / side, sums, cells.length, firstCell - first, end - first, adds);
    },
    finish() {
      if (groups) meansOfGroups(values, groups, causal);
      else if (adds)
        for (let at = 0; at < values.length; at++) {
          const cell = at % size;
          const count = weightsOf(Math.floor(cell / columns), cell % columns, pool, firstQuery);
          if (count > 0) values[at]! /= count;
        }
      return { rows, columns, values };
    },
  };
}

/**
 * Adds to the mean of a part, its rows 0 to `end`, what it gets from `weights` `[rows, keys]`, which begin at its
 * row `first`. `into` is `[columns]`.
 */
function addMean(
  into: Float32Array,
  columns: number,
  weights: Float32Array,
  keys: number,
  first: number,
  end: number,
): void {
  const count = Math.min(keys, columns);
  for (let row = Math.max(0, -first); row < weights.length / keys && first + row < end; row++) {
    for (let key = 0; key < count; key++) into[key]! += weights[row * keys + key]! / end;
  }
}
