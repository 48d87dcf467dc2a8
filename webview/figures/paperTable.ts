import { h } from '../dom/elements';
import type { Cell } from '../numbers/matrix';
import { cellText, type NumberGrid } from '../numbers/numberGrid';
import type { L10n } from '../../src/describe/l10n';
import { strings } from '../text/strings';

/** Rows on paper at most; the rest is in the exports. */
const MOST_ROWS = 40;

/**
 * A table as it stands on paper, where nothing scrolls: rows and columns from a cell on, `mostColumns` of them, or those
 * before it where there are not as many; a line says which, if they are not all.
 */
export function paperTable(l10n: L10n, grid: NumberGrid, from: Cell, mostColumns: number): HTMLElement {
  const rows = stretch(from.row, grid.rows, MOST_ROWS);
  const columns = stretch(from.column, grid.columns, Math.max(1, mostColumns));
  const cell = (tag: 'td' | 'th', text: string) => h(tag, {}, text);
  const part = {
    firstRow: rows[0]! + 1,
    lastRow: rows.at(-1)! + 1,
    rows: grid.rows,
    firstColumn: columns[0]! + 1,
    lastColumn: columns.at(-1)! + 1,
    columns: grid.columns,
  };
  const isPart = rows.length < grid.rows || columns.length < grid.columns;
  return h(
    'div',
    { class: 'paper-table' },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h('tr', {}, cell('th', grid.rowsTitle), ...columns.map((at) => cell('th', grid.columnLabel(at)))),
      ),
      h(
        'tbody',
        {},
        ...rows.map((row) =>
          h(
            'tr',
            {},
            cell('th', grid.rowLabel(row)),
            ...columns.map((column) => cell('td', cellText(grid, row, column))),
          ),
        ),
      ),
    ),
    isPart ? h('p', { class: 'note' }, l10n.t(strings.tablePart, part)) : null,
  );
}

/** Numbers from `first` on, `most` of them below `end`. */
function stretch(first: number, end: number, most: number): number[] {
  const start = Math.max(0, Math.min(first, end - most));
  return Array.from({ length: Math.min(most, end) }, (_, at) => start + at);
}
