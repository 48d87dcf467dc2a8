import type { Cell } from '../numbers/matrix';

/** Whether a key comes with one that makes it the browser's or the editor's: zoom, back, a command. */
export function isShortcut(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** Where a key leads from a cell; `null` where it is none of ours. Shared by picture and table. */
export function step(event: KeyboardEvent, from: Cell, size: { rows: number; columns: number }): Cell | null {
  const corner = (event.ctrlKey || event.metaKey) && !event.altKey;
  // Ctrl with Home and End goes to the corners; all else that comes with such a key belongs to others.
  if (isShortcut(event) && !(corner && (event.key === 'Home' || event.key === 'End'))) return null;
  const { row, column } = from;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const by = event.shiftKey ? 10 : 1;
  switch (event.key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - by), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + by), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - by) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + by) };
    case 'Home':
      return { row: corner ? 0 : row, column: 0 };
    case 'End':
      return { row: corner ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: Math.max(0, row - 10), column };
    case 'PageDown':
      return { row: Math.min(lastRow, row + 10), column };
    default:
      return null;
  }
}
