import type { ShownAnalysis } from '../../src/protocol/borders/shown';
import type { MapWindow } from '../numbers/mapWindow';
import { type Fields, hasTokensAcross, type NumberGrid } from '../numbers/numberGrid';
import { plainName } from '../text/names';

/** A part of a grid as a table. Where tokens stand along one side, they are its rows. */
interface Table {
  /** `[row]`: by what it is named; of a token its number and its text. */
  rows: Fields[];
  /** `[column]`: its name; of a token its number. */
  columns: string[];
  /** `[row][column]`; NaN where there is none. */
  values: number[][];
}

/**
 * A part of a grid, in whole cells, as comma-separated values (RFC 4180) under one line of names: by what each row is
 * named, its numbers, and then what makes a file tell by itself what it is of, the same in every row.
 */
export function toCsv(grid: NumberGrid, part: MapWindow, shown: ShownAnalysis): string {
  const { rows, columns, values } = tableOf(grid, part);
  const source = sourceOf(grid, shown);
  const head = [...Object.keys(rows[0] ?? {}), ...columns, ...Object.keys(source)];
  const end = Object.values(source).map(field);
  const lines = rows.map((row, at) =>
    [...Object.values(row).map(field), ...values[at]!.map(numberText), ...end].join(','),
  );
  return `${[head.map(field).join(','), ...lines].join('\r\n')}\r\n`;
}

/** The same as one JSON document, with the names of both sides and a note for people; absent cells are `null`. */
export function toJson(grid: NumberGrid, part: MapWindow, shown: ShownAnalysis): string {
  const { rows, columns, values } = tableOf(grid, part);
  const isTurned = hasTokensAcross(grid);
  const fieldsOf = isTurned ? undefined : grid.columnFields;
  return JSON.stringify({
    ...sourceOf(grid, shown),
    prompt: { title: shown.title, sha256: shown.result.text.sha256 },
    note: grid.treatment,
    values: grid.valuesTitle,
    rows: { title: isTurned ? grid.columnsTitle : grid.rowsTitle, items: rows },
    columns: {
      title: isTurned ? grid.rowsTitle : grid.columnsTitle,
      items: fieldsOf ? range(part.firstColumn, part.endColumn).map(fieldsOf) : columns,
    },
    data: values.map((row) => row.map((value) => (Number.isNaN(value) ? null : shortest(value)))),
  });
}

/** Which analysis the numbers are from, and of which maps. */
function sourceOf({ title, maps, treated }: NumberGrid, { result }: ShownAnalysis): Fields {
  const { model, tool } = result;
  return {
    figure: plainName(title),
    model: model.name,
    sha256: model.sha256,
    layer: maps.layer,
    head: maps.head,
    treatment: treated,
    version: tool.version,
  };
}

function tableOf(grid: NumberGrid, part: MapWindow): Table {
  const rows = range(part.firstRow, part.endRow);
  const columns = range(part.firstColumn, part.endColumn);
  const value = (row: number, column: number) => grid.values[row * grid.columns + column]!;
  const { rowFields, columnFields } = grid;
  const rowName = (row: number) => plainName(grid.rowLabel(row));
  if (columnFields && !rowFields) {
    return {
      rows: columns.map(columnFields),
      columns: rows.map(rowName),
      values: columns.map((column) => rows.map((row) => value(row, column))),
    };
  }
  return {
    rows: rows.map((row) => rowFields?.(row) ?? { [grid.rowsTitle]: rowName(row) }),
    columns: columns.map((column) =>
      columnFields ? String(columnFields(column).index) : plainName(grid.columnLabel(column)),
    ),
    values: rows.map((row) => columns.map((column) => value(row, column))),
  };
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

/** A field. A leading sign that a spreadsheet would run as a formula is made plain text. */
function field(value: string | number): string {
  const text = String(value);
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
