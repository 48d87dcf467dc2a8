import { plainName } from '../text/names';
import type { MapWindow } from '../numbers/mapWindow';
import type { NumberGrid } from '../numbers/numberGrid';

/** A part of a grid, in whole cells, as comma-separated values (RFC 4180): column names, then rows with theirs. */
export function toCsv(grid: NumberGrid, part: MapWindow): string {
  const columns = range(part.firstColumn, part.endColumn);
  const lines = [
    [
      grid.columnsTitle ? `${grid.rowsTitle} \\ ${grid.columnsTitle}` : grid.rowsTitle,
      ...columns.map((column) => plainName(grid.columnLabel(column))),
    ]
      .map(field)
      .join(','),
  ];
  for (const row of range(part.firstRow, part.endRow)) {
    const numbers = columns.map((column) => numberText(grid.values[row * grid.columns + column]!));
    lines.push([field(plainName(grid.rowLabel(row))), ...numbers].join(','));
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** The same as one JSON document; absent cells are `null`. */
export function toJson(grid: NumberGrid, part: MapWindow): string {
  const columns = range(part.firstColumn, part.endColumn);
  const rows = range(part.firstRow, part.endRow);
  return JSON.stringify({
    title: plainName(grid.title),
    treatment: grid.treatment,
    values: grid.valuesTitle,
    rows: {
      title: grid.rowsTitle,
      first: part.firstRow,
      labels: rows.map((row) => plainName(grid.rowLabel(row))),
    },
    columns: {
      title: grid.columnsTitle,
      first: part.firstColumn,
      labels: columns.map((column) => plainName(grid.columnLabel(column))),
    },
    data: rows.map((row) =>
      columns.map((column) => {
        const value = grid.values[row * grid.columns + column]!;
        return Number.isNaN(value) ? null : shortest(value);
      }),
    ),
  });
}

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}

function numberText(value: number): string {
  return Number.isNaN(value) ? '' : String(shortest(value));
}

/** The shortest decimal that is the same 32-bit number. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const decimal = Number(value.toPrecision(digits));
    if (Math.fround(decimal) === value) return decimal;
  }
  return Number(value.toPrecision(9));
}

/** A text field. A leading sign that a spreadsheet would run as a formula is made plain text. */
function field(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
