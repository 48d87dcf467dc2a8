import { type Matrix } from './matrix';

/**
 * Numbers with names: the one model behind a picture, its table and its exports, so that all of them
 * say the same.
 */
export interface NumberGrid extends Matrix {
  /** Part of file names, e.g. `attention-map`. */
  name: string;
  title: string;
  /** What the numbers went through, as sentences; empty where nothing is to be said. */
  treatment: string;
  rowsTitle: string;
  columnsTitle: string;
  valuesTitle: string;
  rowLabel: (row: number) => string;
  columnLabel: (column: number) => string;
  /** A shorter name of a row, for the axis; `rowLabel` where absent. */
  rowTick?: (row: number) => string;
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
