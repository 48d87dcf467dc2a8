/**
 * Takes the largest weight of each square of `pool` cells. `weights` `[rows, keys]` start at row `first`
 * of the part drawn, which ends before row `end`; `into` is `[.., columns]` and may hold earlier rows of a square. Keys
 * beyond its columns are left out.
 */
export function poolRows(
  into: Float32Array,
  columns: number,
  pool: number,
  weights: Float32Array,
  keys: number,
  first: number,
  end: number,
): void {
  const rows = weights.length / keys;
  const count = Math.min(keys, columns * pool);
  for (let row = Math.max(0, -first); row < rows && first + row < end; row++) {
    const line = Math.floor((first + row) / pool) * columns;
    if (pool === 1) {
      into.set(weights.subarray(row * keys, row * keys + count), line);
      continue;
    }
    for (let key = 0; key < count; key++) {
      const cell = line + Math.floor(key / pool);
      const weight = weights[row * keys + key]!;
      if (weight > into[cell]!) into[cell] = weight;
    }
  }
}
