/** A map made smaller. `values`: `[rows, columns]`. */
export interface PooledMap {
  rows: number;
  columns: number;
  values: Float32Array;
}

/**
 * Draws each square of `side` × `side` cells of a map `[rows, columns]` as one cell with the largest of their weights:
 * a mean would hide the single strong cell. Squares at the right and lower edge may be smaller.
 */
export function poolMax(values: Float32Array, rows: number, columns: number, side: number): PooledMap {
  if (side === 1) return { rows, columns, values };
  const pooledRows = Math.ceil(rows / side);
  const pooledColumns = Math.ceil(columns / side);
  const pooled = new Float32Array(pooledRows * pooledColumns).fill(-Infinity);
  for (let row = 0; row < rows; row++) {
    const target = Math.floor(row / side) * pooledColumns;
    for (let column = 0; column < columns; column++) {
      const cell = target + Math.floor(column / side);
      const value = values[row * columns + column]!;
      if (value > pooled[cell]!) pooled[cell] = value;
    }
  }
  return { rows: pooledRows, columns: pooledColumns, values: pooled };
}
