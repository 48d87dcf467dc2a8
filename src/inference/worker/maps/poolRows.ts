/**
 * Takes the largest weight of each square of `pool` cells, or their sum (`adds`). `weights` `[rows, keys]` start at row
 * `first` of the part drawn, which ends before row `end`; `into` is `[.., columns]` and may hold earlier rows of a
 * square. Keys beyond its columns are left out.
 */
export function poolRows(
  into: Float32Array,
  columns: number,
  pool: number,
  weights: Float32Array,
  keys: number,
  first: number,
  end: number,
  adds = false,
): void {
  const rows = weights.length / keys;
  const count = Math.min(keys, columns * pool);
  for (let row = Math.max(0, -first); row < rows && first + row < end; row++) {
    const line = Math.floor((first + row) / pool) * columns;
    if (pool === 1) {
      into.set(weights.subarray(row * keys, row * keys + count), line);
      continue;
    }
    for (let cell = 0; cell * pool < count; cell++) {
      const from = row * keys + cell * pool;
      const to = row * keys + Math.min(count, (cell + 1) * pool);
      let found = into[line + cell]!;
      if (adds) for (let at = from; at < to; at++) found += weights[at]!;
      else for (let at = from; at < to; at++) if (weights[at]! > found) found = weights[at]!;
      into[line + cell] = found;
    }
  }
}
