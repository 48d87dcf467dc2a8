import type { Chart } from 'chart.js';
import { type MapWindow, reveal, sameWindow, wholeWindow, zoomAt } from '../../numbers/mapWindow';
import type { Cell } from '../../numbers/matrix';

/** How much closer a key or a button looks. */
export const ZOOM_STEP = 1.5;

export interface ZoomOptions {
  /** Rows and columns that there are; `null` while nothing is shown. */
  size: () => { rows: number; columns: number } | null;
  chart: () => Chart | null;
  /** The part in view is another one. */
  onChange: () => void;
  /** The person asked for another part; in cells, `null` is everything. */
  onAsked: (window: MapWindow | null) => void;
}

/** Which part of a map is in view. */
export interface Zoom {
  /** The part in cells; `null`: everything. */
  window(): MapWindow | null;
  /** The same, where everything has its size too. */
  part(): MapWindow;
  /** Another map is shown, in this part: it is drawn by whoever shows it. */
  reset(window: MapWindow | null): void;
  /** Shows another part; nothing is asked for by that. */
  set(window: MapWindow | null): void;
  /** The person asks for another part. */
  ask(window: MapWindow | null): void;
  /** Closer by a factor, around a cell or the middle; 0 shows everything. */
  by(factor: number, around: Cell | null): void;
  /** Brings a cell into view where only a part is shown. */
  reveal(cell: Cell): void;
}

export function createZoom({ size, chart, onChange, onAsked }: ZoomOptions): Zoom {
  let window: MapWindow | null = null;

  function part(): MapWindow {
    const { rows, columns } = size() ?? { rows: 0, columns: 0 };
    return window ?? wholeWindow(rows, columns);
  }

  function set(next: MapWindow | null): void {
    if (sameWindow(next, window)) return;
    window = next;
    const drawn = chart();
    if (!drawn) return;
    const { firstRow, endRow, firstColumn, endColumn } = part();
    Object.assign(drawn.options.scales!.x!, { min: firstColumn, max: endColumn });
    Object.assign(drawn.options.scales!.y!, { min: firstRow, max: endRow });
    drawn.update('none');
    onChange();
  }

  function ask(next: MapWindow | null): void {
    set(next);
    onAsked(next);
  }

  return {
    window: () => window,
    part,
    reset: (next) => (window = next),
    set,
    ask,
    by(factor, around) {
      const all = size();
      if (!all) return;
      const now = part();
      const middle = {
        row: around ? around.row + 0.5 : (now.firstRow + now.endRow) / 2,
        column: around ? around.column + 0.5 : (now.firstColumn + now.endColumn) / 2,
      };
      ask(factor === 0 ? null : zoomAt(now, factor, middle, all.rows, all.columns));
    },
    reveal({ row, column }) {
      if (window) ask(reveal(window, row, column));
    },
  };
}
