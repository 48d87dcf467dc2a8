/** The part of a map that is in view, in cells; `[first, end)`. */
export interface MapWindow {
  firstRow: number;
  endRow: number;
  firstColumn: number;
  endColumn: number;
}

/** Fewest cells that a zoom shows along an axis. */
const CLOSEST = 4;

/** The window on everything. */
export function wholeWindow(rows: number, columns: number): MapWindow {
  return { firstRow: 0, endRow: rows, firstColumn: 0, endColumn: columns };
}

/** Zooms by a factor (above 1: closer) and keeps the point at its place on the screen; `null` is everything. */
export function zoomAt(
  window: MapWindow,
  factor: number,
  at: { row: number; column: number },
  rows: number,
  columns: number,
): MapWindow | null {
  const [firstRow, endRow] = scaleAxis(window.firstRow, window.endRow, at.row, factor, rows);
  const [firstColumn, endColumn] = scaleAxis(
    window.firstColumn,
    window.endColumn,
    at.column,
    factor,
    columns,
  );
  const next = { firstRow, endRow, firstColumn, endColumn };
  return isWhole(next, rows, columns) ? null : next;
}

/** Moves by a number of cells, never beyond the edges. */
export function pan(
  window: MapWindow,
  byRows: number,
  byColumns: number,
  rows: number,
  columns: number,
): MapWindow {
  const height = window.endRow - window.firstRow;
  const width = window.endColumn - window.firstColumn;
  const firstRow = clamp(window.firstRow + byRows, 0, rows - height);
  const firstColumn = clamp(window.firstColumn + byColumns, 0, columns - width);
  return { firstRow, endRow: firstRow + height, firstColumn, endColumn: firstColumn + width };
}

/** Moves as little as needed to bring a cell into view. */
export function reveal(window: MapWindow, row: number, column: number): MapWindow {
  const byRows = outside(row, window.firstRow, window.endRow);
  const byColumns = outside(column, window.firstColumn, window.endColumn);
  if (byRows === 0 && byColumns === 0) return window;
  return {
    firstRow: window.firstRow + byRows,
    endRow: window.endRow + byRows,
    firstColumn: window.firstColumn + byColumns,
    endColumn: window.endColumn + byColumns,
  };
}

/** Whether two windows show the same; `null` is everything. */
export function sameWindow(a: MapWindow | null, b: MapWindow | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.firstRow === b.firstRow &&
    a.endRow === b.endRow &&
    a.firstColumn === b.firstColumn &&
    a.endColumn === b.endColumn
  );
}

/** The cells that are in a window, if only in part. */
export function wholeCells({ firstRow, endRow, firstColumn, endColumn }: MapWindow): MapWindow {
  return {
    firstRow: Math.floor(firstRow),
    endRow: Math.ceil(endRow),
    firstColumn: Math.floor(firstColumn),
    endColumn: Math.ceil(endColumn),
  };
}

/** A window in cells of another size. */
export function scaledWindow({ firstRow, endRow, firstColumn, endColumn }: MapWindow, by: number): MapWindow {
  return {
    firstRow: firstRow * by,
    endRow: endRow * by,
    firstColumn: firstColumn * by,
    endColumn: endColumn * by,
  };
}

/** A window that lies so many rows lower. */
export function movedRows(window: MapWindow, by: number): MapWindow {
  return { ...window, firstRow: window.firstRow + by, endRow: window.endRow + by };
}

function isWhole(window: MapWindow, rows: number, columns: number): boolean {
  return (
    window.firstRow <= 0 && window.firstColumn <= 0 && window.endRow >= rows && window.endColumn >= columns
  );
}

function scaleAxis(first: number, end: number, at: number, factor: number, cells: number): [number, number] {
  const size = clamp((end - first) / factor, Math.min(CLOSEST, cells), cells);
  const part = (at - first) / (end - first);
  const start = clamp(at - part * size, 0, cells - size);
  return [start, start + size];
}

function outside(cell: number, first: number, end: number): number {
  return cell < first ? cell - first : cell + 1 > end ? cell + 1 - end : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
