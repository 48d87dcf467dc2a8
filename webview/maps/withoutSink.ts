/**
 * Takes the first token out of rows of weights `[rows, columns]`, in place: its column becomes absent and the rest of
 * each row is scaled to sum to 1. A row with nothing else becomes 0.
 */
export function takeSinkOut(values: Float32Array, rows: number, columns: number): void {
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let rest = 0;
    for (let column = 1; column < columns; column++) {
      const value = values[start + column]!;
      // Cells right of the diagonal are absent and stay so.
      if (value > 0) rest += value;
    }
    values[start] = NaN;
    if (rest <= 0) continue;
    for (let column = 1; column < columns; column++) values[start + column]! /= rest;
  }
}

/** Marks the cells right of the diagonal as absent, in place: a causal model cannot read ahead. */
export function dropFuture(values: Float32Array, rows: number, columns: number): void {
  for (let row = 0; row < rows; row++) {
    values.fill(NaN, row * columns + Math.min(columns, row + 1), (row + 1) * columns);
  }
}

/**
 * A copy of a map `[rows, columns]` in cells of `pool` tokens as it is shown: without what a causal model cannot
 * read and, where it is hidden, without the first token. Of pooled cells that is only left out, as the rest is
 * no longer there to be scaled.
 */
export function asShown(
  map: Float32Array,
  { rows, columns, pool }: { rows: number; columns: number; pool: number },
  { causal, sinkHidden }: { causal: boolean; sinkHidden: boolean },
): Float32Array {
  const own = map.slice();
  if (causal) dropFuture(own, rows, columns);
  if (sinkHidden && pool === 1) takeSinkOut(own, rows, columns);
  if (sinkHidden && pool > 1) for (let row = 0; row < rows; row++) own[row * columns] = NaN;
  return own;
}
