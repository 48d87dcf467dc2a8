import { expect, it } from 'vitest';
import { cellText, hasTokensAcross, type NumberGrid, turned } from '../../../../webview/numbers/numberGrid';

const grid: NumberGrid = {
  ...{ name: 'strip', maps: { layer: 0, head: 'mean' }, treated: 'raw', title: 'Token 2', treatment: '' },
  ...{ rows: 2, columns: 3, values: Float32Array.of(0.5, 0.25, NaN, 0.125, 0, 1) },
  ...{ rowsTitle: 'Direction', columnsTitle: 'Token', valuesTitle: 'Weight' },
  rowLabel: (row) => ['reads', 'is read by'][row]!,
  columnLabel: (column) => `${column} token`,
  columnFields: (index) => ({ index, text: 'token' }),
  format: String,
};

it('a table has a row for each token', () => {
  expect(hasTokensAcross(grid)).toBe(true);
  const down = turned(grid);
  expect(hasTokensAcross(down)).toBe(false);
  const rows = [0, 1, 2].map((row) => [down.rowLabel(row), cellText(down, row, 0), cellText(down, row, 1)]);
  expect(rows).toEqual([
    ['0 token', '0.5', '0.125'],
    ['1 token', '0.25', '0'],
    ['2 token', '', '1'],
  ]);
  expect([down.rowsTitle, down.columnsTitle, down.columnLabel(1)]).toEqual([
    'Token',
    'Direction',
    'is read by',
  ]);
});
