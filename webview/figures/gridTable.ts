import type { Cell } from '../numbers/matrix';
import { step } from './cellKeys';
import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import { isOnSheet } from '../dom/sheet';
import type { L10n } from '../../src/describe/l10n';
import { paperTable } from './paperTable';
import { cellText, type NumberGrid } from '../numbers/numberGrid';

export interface GridTableOptions {
  l10n: L10n;
  label: string;
  grid: NumberGrid;
  cursor: () => Cell | null;
  onCursor: (cell: Cell) => void;
  onChoose: (cell: Cell) => void;
  /** Widths in CSS px; for numbers where absent. */
  widths?: { heading: number; column: number };
}

export interface GridTable extends Disposable {
  element: HTMLElement;
  /** Draws again, after the cursor moved; `follow` scrolls it into view. */
  update(follow: boolean): void;
  /** Puts the focus on the cell that Tab reaches. */
  focus(): void;
}

/** Height of a row in CSS px; the style sheet has the same. */
const ROW = 24;
/** Widths that hold a number, and a token with its place. */
const WIDTHS = { heading: 128, column: 92 };
/** The same in a narrow panel, so that two columns are in view. */
const NARROW_WIDTHS = { heading: 92, column: 76 };
/** Width of the page in CSS px below which it is narrow. */
const NARROW = 420;
/** Cells drawn beyond the visible ones. */
const SPARE = 2;

/**
 * The readable twin of a picture: a table of which only the part in view exists. One tab stop; arrow keys
 * walk, Home and End go to the row's ends, with Ctrl to the corners, Page keys by ten rows.
 */
export function createGridTable(options: GridTableOptions): GridTable {
  const { grid, l10n } = options;
  let paper: HTMLElement | null = null;
  const widths = options.widths ?? (window.innerWidth < NARROW ? NARROW_WIDTHS : WIDTHS);
  const title = grid.columnsTitle ? `${grid.rowsTitle} \\ ${grid.columnsTitle}` : grid.rowsTitle;
  const head = h('tr', { 'aria-rowindex': 1 });
  const body = h('tbody');
  const table = h(
    'table',
    {
      role: 'grid',
      'aria-readonly': 'true',
      'aria-label': options.label,
      'aria-rowcount': grid.rows + 1,
      'aria-colcount': grid.columns + 1,
    },
    h('thead', {}, head),
    body,
  );
  const spacer = h('div', { class: 'grid-space' }, table);
  const element = h('div', { class: 'grid-scroll' }, spacer);
  spacer.style.setProperty('--heading', `${widths.heading}px`);
  spacer.style.setProperty('--column', `${widths.column}px`);
  spacer.style.width = `${widths.heading + grid.columns * widths.column}px`;
  spacer.style.height = `${(grid.rows + 1) * ROW}px`;

  function draw(): void {
    const width = Math.max(0, element.clientWidth - widths.heading) || 480;
    const height = Math.max(0, element.clientHeight - ROW) || 240;
    const firstRow = Math.max(0, Math.floor(element.scrollTop / ROW) - SPARE);
    const endRow = Math.min(grid.rows, Math.ceil((element.scrollTop + height) / ROW) + SPARE);
    const firstColumn = Math.max(0, Math.floor(element.scrollLeft / widths.column) - SPARE);
    const endColumn = Math.min(grid.columns, Math.ceil((element.scrollLeft + width) / widths.column) + SPARE);
    const cursor = options.cursor();
    const focused = element.contains(document.activeElement);
    // The one cell that Tab reaches; where the cursor is out of view, the first that is in it.
    const stop =
      cursor &&
      cursor.row >= firstRow &&
      cursor.row < endRow &&
      cursor.column >= firstColumn &&
      cursor.column < endColumn
        ? cursor
        : { row: firstRow, column: firstColumn };

    table.style.left = `${firstColumn * widths.column}px`;
    table.style.top = `${firstRow * ROW}px`;
    const columns = Array.from({ length: endColumn - firstColumn }, (_, i) => firstColumn + i);
    head.replaceChildren(
      h('th', { scope: 'col', 'aria-colindex': 1 }, title),
      ...columns.map((column) =>
        h(
          'th',
          { scope: 'col', 'aria-colindex': column + 2, title: grid.columnLabel(column) },
          grid.columnLabel(column),
        ),
      ),
    );
    const rows: HTMLElement[] = [];
    for (let row = firstRow; row < endRow; row++) {
      const heading = h(
        'th',
        { scope: 'row', 'aria-colindex': 1, title: grid.rowLabel(row) },
        grid.rowLabel(row),
      );
      const cells = columns.map((column) => {
        const here = stop.row === row && stop.column === column;
        return h(
          'td',
          {
            'aria-colindex': column + 2,
            'data-row': row,
            'data-column': column,
            tabindex: here ? 0 : -1,
            'aria-selected': cursor?.row === row && cursor.column === column ? 'true' : undefined,
          },
          cellText(grid, row, column),
        );
      });
      rows.push(h('tr', { 'aria-rowindex': row + 2 }, heading, ...cells));
    }
    body.replaceChildren(...rows);
    if (focused) focus();
  }

  function focus(): void {
    body.querySelector<HTMLElement>('td[tabindex="0"]')?.focus({ preventScroll: true });
  }

  function follow(): void {
    const cursor = options.cursor();
    if (!cursor) return;
    const top = cursor.row * ROW;
    const left = cursor.column * widths.column;
    const height = element.clientHeight - ROW;
    const width = element.clientWidth - widths.heading;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + height) element.scrollTop = top + ROW - height;
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (left + widths.column > element.scrollLeft + width)
      element.scrollLeft = left + widths.column - width;
  }

  /** Puts a table that stands still in its place on paper, and takes it away again. */
  function print(): void {
    paper?.remove();
    if (!isOnSheet()) return;
    const from = {
      row: Math.round(element.scrollTop / ROW),
      column: Math.round(element.scrollLeft / widths.column),
    };
    const columns = Math.floor((element.clientWidth - widths.heading) / widths.column);
    paper = paperTable(l10n, grid, from, columns);
    element.after(paper);
  }

  const listeners = combine(
    listen(window, 'beforeprint', print),
    listen(window, 'afterprint', print),
    listen(element, 'scroll', draw),
    listen<KeyboardEvent>(element, 'keydown', (event) => {
      const from = cellOf(event.target) ?? options.cursor();
      if (!from) return;
      if (event.key === 'Enter') {
        options.onChoose(from);
      } else {
        const to = step(event, from, grid);
        if (!to) return;
        options.onCursor(to);
      }
      event.preventDefault();
    }),
    listen<MouseEvent>(element, 'click', (event) => {
      const cell = cellOf(event.target);
      if (cell) options.onCursor(cell);
    }),
  );
  return {
    element,
    update(withFollow) {
      if (withFollow) follow();
      draw();
      print();
    },
    focus,
    dispose() {
      listeners.dispose();
      paper?.remove();
    },
  };
}

function cellOf(target: EventTarget | null): Cell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}
