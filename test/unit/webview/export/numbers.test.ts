import { expect, test } from 'vitest';
import { toCsv, toJson } from '../../../../webview/export/numbers';
import type { NumberGrid } from '../../../../webview/numbers/numberGrid';

const rowNames = ['=1+1', 'a,b', 'quote"'];
const grid: NumberGrid = {
  name: 'grid',
  treatment: 'First token included.',
  title: 'Title',
  rows: 3,
  columns: 2,
  values: Float32Array.of(0.1, NaN, 0.25, 1, 0, 0.7),
  rowsTitle: 'Row',
  columnsTitle: 'Column',
  valuesTitle: 'Weight',
  rowLabel: (row) => rowNames[row]!,
  columnLabel: (column) => `c${column}`,
  format: String,
};
const whole = { firstRow: 0, endRow: 3, firstColumn: 0, endColumn: 2 };

test('CSV quotes what must be, and runs nothing in a spreadsheet', () => {
  expect(toCsv(grid, whole)).toBe(
    ['Row \\ Column,c0,c1', "'=1+1,0.1,", '"a,b",0.25,1', '"quote""",0,0.7', ''].join('\r\n'),
  );
});

test('a part holds its own rows and columns only', () => {
  expect(toCsv(grid, { firstRow: 1, endRow: 2, firstColumn: 1, endColumn: 2 })).toBe(
    'Row \\ Column,c1\r\n"a,b",1\r\n',
  );
  expect(JSON.parse(toJson(grid, { ...whole, firstRow: 2 }))).toMatchObject({
    rows: { first: 2, labels: ['quote"'] },
    data: [[0, 0.7]],
  });
});

test('JSON says which cells are absent', () => {
  expect((JSON.parse(toJson(grid, whole)) as { data: unknown[] }).data[0]).toEqual([0.1, null]);
});
