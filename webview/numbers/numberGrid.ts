import type { Treated } from '../../src/protocol/attention';
import type { Matrix } from './matrix';

/** One layer or head by its number; the mean over all; or each by itself, as rows or columns of the grid. */
type MapsOf = number | 'mean' | 'each';

/** Named values of a row of a table. */
export type Fields = Readonly<Record<string, string | number>>;

/** A token, or `index` to `last` of a block that is one cell, of which `text` is the first. */
export interface TokenFields extends Fields {
  index: number;
  text: string;
}

/**
 * Numbers with names: the one model behind a picture, its table and its exports, so that all of them
 * say the same.
 */
export interface NumberGrid extends Matrix {
  /** Part of file names, e.g. `layer-3-mean`: names all that was chosen but the sink. */
  name: string;
  /** Which maps the numbers are of. */
  maps: { layer: MapsOf; head: MapsOf };
  /** What became of the sink; `each` where that differs within the grid. */
  treated: keyof Treated<unknown> | 'withoutSinkAndSelf' | 'each';
  title: string;
  /** What the numbers went through, as sentences; empty where nothing is to be said. */
  treatment: string;
  rowsTitle: string;
  columnsTitle: string;
  valuesTitle: string;
  rowLabel: (row: number) => string;
  columnLabel: (column: number) => string;
  /** What rows and columns that stand for tokens are, number and text apart; by these they are named in files. */
  rowFields?: (row: number) => Fields;
  columnFields?: (column: number) => TokenFields;
  /** A shorter name of a row, for the axis; `rowLabel` where absent. */
  rowTick?: (row: number) => string;
  /** The same of a column; `columnLabel` where absent. */
  columnTick?: (column: number) => string;
  /** Column names are numbers or a few words, and stand upright. */
  shortColumns?: boolean;
  /** Writes a number for people. */
  format: (value: number) => string;
  /** Text of a cell where it is not the number alone. */
  text?: (row: number, column: number) => string;
}

/** Text of a cell; empty where there is none. */
export function cellText(grid: NumberGrid, row: number, column: number): string {
  if (grid.text) return grid.text(row, column);
  const value = grid.values[row * grid.columns + column]!;
  return Number.isNaN(value) ? '' : grid.format(value);
}

/** The rows with the largest sums, `most` of them, in their order. */
export function largestRows({ rows, columns, values }: NumberGrid, most: number): number[] {
  const sums = Array.from({ length: rows }, (_, row) =>
    values.subarray(row * columns, (row + 1) * columns).reduce((sum, value) => sum + value, 0),
  );
  return [...sums.keys()]
    .sort((a, b) => sums[b]! - sums[a]!)
    .slice(0, most)
    .sort((a, b) => a - b);
}

/** A grid of some rows of another. */
export function pickRows(grid: NumberGrid, rows: readonly number[]): NumberGrid {
  const values = new Float32Array(rows.length * grid.columns);
  for (const [at, row] of rows.entries()) {
    values.set(grid.values.subarray(row * grid.columns, (row + 1) * grid.columns), at * grid.columns);
  }
  return { ...grid, rows: rows.length, values, rowLabel: (row) => grid.rowLabel(rows[row]!) };
}

/** Whether tokens stand along the columns alone: a table has them as its rows. */
export function hasTokensAcross({ rowFields, columnFields }: NumberGrid): boolean {
  return columnFields !== undefined && rowFields === undefined;
}

/** The same numbers with a row for each token of the columns. */
export function turned(grid: NumberGrid): NumberGrid {
  const { rows, columns, values, rowsTitle, columnsTitle, rowLabel, columnLabel } = grid;
  const { columnFields, text } = grid;
  return {
    ...grid,
    rows: columns,
    columns: rows,
    values: values.map((_, at) => values[(at % rows) * columns + Math.floor(at / rows)]!),
    rowsTitle: columnsTitle,
    columnsTitle: rowsTitle,
    rowLabel: columnLabel,
    columnLabel: rowLabel,
    rowFields: columnFields,
    columnFields: undefined,
    ...(text ? { text: (row, column) => text(column, row) } : {}),
  };
}
