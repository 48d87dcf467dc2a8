import type { Chart } from 'chart.js';
import { cellItem } from '../../charts/heatmap/cell';
import type { Cell } from '../../numbers/matrix';
import { isShortcut, step } from '../cellKeys';
import { type Zoom, ZOOM_STEP } from './zoom';

export interface CellCursorOptions {
  /** Rows and columns that there are; `null` while nothing is shown. */
  size: () => { rows: number; columns: number } | null;
  chart: () => Chart<'heatmap', never[]> | null;
  zoom: Zoom;
  /** The cursor is at another cell. */
  onChange: () => void;
  /** The person moved it, by pointer or key; `null` when it left. */
  onMoved: (cell: Cell | null) => void;
  onChoose: (cell: Cell) => void;
}

/** The cell that a person is at in a heatmap: one for its pointer, its keys and its table. */
export interface CellCursor {
  at(): Cell | null;
  /** Moves it without telling that the person did. */
  set(cell: Cell | null): void;
  /** The pointer is at a cell, or left the cells. */
  hover(cell: Cell | null): void;
  /** Keys lead to a cell: it is brought into view, with its tooltip. */
  walk(cell: Cell | null): void;
  /** Forgets a cell that another map does not have. */
  keepWithin(size: { rows: number; columns: number }): void;
  /** Rewrites the tooltip of the cell. */
  retell(): void;
  /** Does what a key in the picture means; others are left alone. */
  onKey(event: KeyboardEvent): void;
}

export function createCellCursor({
  size,
  chart,
  zoom,
  onChange,
  onMoved,
  onChoose,
}: CellCursorOptions): CellCursor {
  let cursor: Cell | null = null;
  let byPointer = false;

  function move(to: Cell | null): boolean {
    if (to?.row === cursor?.row && to?.column === cursor?.column) return false;
    cursor = to;
    return true;
  }

  function walk(to: Cell | null): void {
    if (!move(to)) return;
    byPointer = false;
    const drawn = chart();
    if (drawn) {
      if (to) zoom.reveal(to);
      showTooltip(drawn, to);
    }
    onChange();
    onMoved(to);
  }

  return {
    at: () => cursor,
    set(to) {
      if (!move(to)) return;
      chart()?.draw();
      onChange();
    },
    hover(to) {
      // What keys point at stays when the pointer merely leaves.
      if ((!to && !byPointer) || !move(to)) return;
      byPointer = true;
      onChange();
      onMoved(to);
    },
    walk,
    keepWithin({ rows, columns }) {
      if (cursor && (cursor.row >= rows || cursor.column >= columns)) cursor = null;
    },
    retell() {
      const drawn = chart();
      if (!drawn || drawn.getActiveElements().length === 0) return;
      // A tooltip is rewritten only where its cell changed.
      showTooltip(drawn, null);
      showTooltip(drawn, cursor);
    },
    onKey(event) {
      const all = size();
      if (!all) return;
      // Ctrl with plus, minus or 0 zooms the page, Alt with an arrow goes back: not ours to take.
      const ours = !isShortcut(event);
      if (ours && (event.key === '+' || event.key === '=')) zoom.by(ZOOM_STEP, cursor);
      else if (ours && (event.key === '-' || event.key === '_')) zoom.by(1 / ZOOM_STEP, cursor);
      else if (ours && event.key === '0') zoom.by(0, cursor);
      else if (ours && event.key === 'Enter' && cursor) onChoose(cursor);
      else if (ours && event.key === 'Escape' && cursor) walk(null);
      else {
        // The first key shows where the cursor is: at the last row's first column in view.
        const part = zoom.part();
        const start = { row: Math.ceil(part.endRow - 1), column: Math.floor(part.firstColumn) };
        const to = step(event, cursor ?? start, all);
        if (!to) return;
        walk(cursor ? to : start);
      }
      event.preventDefault();
    },
  };
}

/** Shows the tooltip of a cell, or none. */
function showTooltip(chart: Chart<'heatmap', never[]>, cell: Cell | null): void {
  const items = cell ? [cellItem(chart, cell)] : [];
  chart.setActiveElements(items);
  chart.tooltip?.setActiveElements(items, { x: 0, y: 0 });
  chart.update('none');
}
