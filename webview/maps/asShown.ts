import { takeSinkOut } from '../../src/attention/withoutSink';
import type { MapBlock } from './mapSource';

/** What a map goes through before it is shown. */
export interface Look {
  causal: boolean;
  /** The sink's key where it is hidden. */
  sinkOut: number | null;
}

/**
 * Marks the cells right of the diagonal as absent, in place: a causal model cannot read ahead. `before`: rows that are left
 * out above the first.
 */
export function dropFuture(values: Float32Array, rows: number, columns: number, before = 0): void {
  for (let row = 0; row < rows; row++) {
    values.fill(NaN, row * columns + Math.min(columns, before + row + 1), (row + 1) * columns);
  }
}

/**
 * A copy of a map `[rows, columns]` in cells of `pool` tokens as it is shown: without what a causal model cannot
 * read and, where it is hidden, without the sink. Of pooled cells that is only left out, as the rest is no longer
 * there to be scaled.
 */
export function asShown(
  map: Float32Array,
  { rows, columns, pool, rowsBefore }: Pick<MapBlock, 'rows' | 'columns' | 'pool' | 'rowsBefore'>,
  { causal, sinkOut }: Look,
): Float32Array {
  const own = map.slice();
  if (causal) dropFuture(own, rows, columns, rowsBefore);
  if (pool === 1) takeSinkOut(own, rows, columns, sinkOut);
  else if (sinkOut !== null)
    for (let row = 0; row < rows; row++) own[row * columns + Math.floor(sinkOut / pool)] = NaN;
  return own;
}
