/** Numbers in rows and columns; for a map: rows are queries, columns are keys. */
export interface Matrix {
  rows: number;
  columns: number;
  /** `[row][column]`, row by row; NaN where there is no cell. */
  values: Float32Array;
}

/** A place in a matrix. */
export interface Cell {
  row: number;
  column: number;
}

/** Joins cells two by two along one axis, by what is farther from 0, so that a zoomed-out picture loses no peak. */
export function halve({ rows, columns, values }: Matrix, axis: 'rows' | 'columns'): Matrix {
  const down = axis === 'rows' ? 1 : 0;
  const across = 1 - down;
  const newRows = (rows + down) >> down;
  const newColumns = (columns + across) >> across;
  const half = new Float32Array(newRows * newColumns).fill(NaN);
  for (let row = 0; row < rows; row++) {
    const target = (row >> down) * newColumns;
    const source = row * columns;
    for (let column = 0; column < columns; column++) {
      const value = values[source + column]!;
      const at = target + (column >> across);
      // Written so that NaN, an absent cell, never replaces a weight.
      if (Math.abs(value) > Math.abs(half[at]!) || Number.isNaN(half[at])) half[at] = value;
    }
  }
  return { rows: newRows, columns: newColumns, values: half };
}
