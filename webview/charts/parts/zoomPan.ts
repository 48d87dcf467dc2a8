import type { Chart, Plugin } from 'chart.js';
import { combine, type Disposable, listen } from '../../dom/disposable';
import { cellAt, heatmapOf } from '../heatmap/cell';
import { type MapWindow, pan, zoomAt } from '../../numbers/mapWindow';
import type { Cell } from '../../numbers/matrix';

export interface ZoomPanOptions {
  /** The part in view, in cells of this heatmap. */
  window: () => MapWindow;
  /** Told the part that the person wants to see; `null` is everything. */
  onWindow: (window: MapWindow | null) => void;
  /** A cell was clicked. */
  onChoose: (cell: Cell) => void;
}

/** Pointer travel in CSS px that makes a click a drag. */
const DRAG_START = 4;

const handlers = new WeakMap<Chart, Disposable>();

/** Plugin: Ctrl or Cmd with the wheel zooms at the pointer, dragging moves, a double click looks closer. */
export const zoomPan: Plugin<'heatmap', ZoomPanOptions> = {
  id: 'zoomPan',
  start(chart, _args, options) {
    handlers.set(chart, attach(chart, options));
  },
  stop(chart) {
    handlers.get(chart)?.dispose();
    handlers.delete(chart);
  },
};

function attach(chart: Chart, options: ZoomPanOptions): Disposable {
  const { canvas } = chart;
  let drag: { x: number; y: number; from: MapWindow; moved: boolean } | null = null;

  const place = (event: MouseEvent) => {
    const box = canvas.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    return { x, y, row: chart.scales.y!.getValueForPixel(y)!, column: chart.scales.x!.getValueForPixel(x)! };
  };
  const zoom = (event: MouseEvent, factor: number) => {
    const { rows, columns } = heatmapOf(chart).matrix;
    options.onWindow(zoomAt(options.window(), factor, place(event), rows, columns));
  };

  return combine(
    listen<WheelEvent>(
      canvas,
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        zoom(event, Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 180));
      },
      { passive: false },
    ),
    listen<MouseEvent>(canvas, 'dblclick', (event) => zoom(event, 2)),
    listen<PointerEvent>(canvas, 'pointerdown', (event) => {
      if (event.button !== 0) return;
      drag = { x: event.clientX, y: event.clientY, from: options.window(), moved: false };
      canvas.setPointerCapture(event.pointerId);
    }),
    listen<PointerEvent>(canvas, 'pointermove', (event) => {
      if (!drag) return;
      const dx = event.clientX - drag.x;
      const dy = event.clientY - drag.y;
      drag.moved ||= Math.hypot(dx, dy) > DRAG_START;
      if (!drag.moved) return;
      const { rows, columns } = heatmapOf(chart).matrix;
      const { from } = drag;
      if (from.endRow - from.firstRow >= rows && from.endColumn - from.firstColumn >= columns) return;
      const { left, right, top, bottom } = chart.chartArea;
      const perRow = (bottom - top) / (from.endRow - from.firstRow);
      const perColumn = (right - left) / (from.endColumn - from.firstColumn);
      options.onWindow(pan(from, -dy / perRow, -dx / perColumn, rows, columns));
    }),
    listen<PointerEvent>(canvas, 'pointerup', (event) => {
      const wasClick = drag && !drag.moved;
      drag = null;
      const { x, y } = place(event);
      const cell = wasClick ? cellAt(chart, x, y) : null;
      if (cell) options.onChoose(cell);
    }),
    listen(canvas, 'pointercancel', () => (drag = null)),
  );
}
