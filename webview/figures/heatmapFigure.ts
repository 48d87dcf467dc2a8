import { Chart } from 'chart.js';
import { isShortcut, step } from './cellKeys';
import { type Band } from '../charts/parts/bands';
import { type Cell, cellItem } from '../charts/heatmap/cell';
import { columnsStand, heatmapConfig } from '../charts/heatmap/heatmapChart';
import { type MapWindow, reveal, wholeWindow, zoomAt } from '../numbers/mapWindow';
import { type Palette } from '../charts/colors/palette';
import { fitScale, type WeightScale } from '../charts/colors/weightScale';
import { type Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import { createFigure } from './figure';
import { cellText, type NumberGrid } from '../numbers/numberGrid';
import { sourceOf, type View } from '../state/state';
import { strings } from '../text/strings';

/** What a heatmap shows at the moment. */
export interface HeatmapContent {
  grid: NumberGrid;
  scaleKind: WeightScale['kind'];
  bands: readonly Band[];
}

export interface HeatmapFigureOptions {
  view: View;
  heading: string;
  level: 2 | 3;
  note: string;
  /** `square`: as high as wide; `rows`: a line of text high per row. */
  shape: 'square' | 'rows';
  /** What keys do in the picture, for screen readers. */
  keys: string;
  /** The cell of the cursor changed, by pointer or key; `null` when it left. */
  onCursor?: (cell: Cell | null) => void;
  onChoose: (cell: Cell) => void;
  /** What the read-out says while there is no cursor; nothing where absent. */
  hint?: string;
  /** Text of the read-out, with places for `row`, `column` and `weight`; their names and the weight where absent. */
  readout?: string;
  /** What there is to say of a cell beside its weight; a line each. */
  detail?: (cell: Cell) => readonly string[];
  /** The part in view changed; in cells. */
  onWindow?: (window: MapWindow | null) => void;
}

export interface HeatmapFigure extends Disposable {
  element: HTMLElement;
  controls: HTMLElement;
  body: HTMLElement;
  setHeading(text: string): void;
  setNote(text: string): void;
  /** Shows other content; `null` leaves the picture empty. */
  show(content: HeatmapContent | null, window?: MapWindow | null): void;
  setWindow(window: MapWindow | null): void;
  /** Moves the cursor without telling `onCursor`. */
  setCursor(cursor: Cell | null): void;
  /** What is framed while there is no cursor; a row or column alone is a line across. */
  setMark(mark: CellMark): void;
  /** There is something else to say of the cursor's cell. */
  retell(): void;
  zoomBy(factor: number): void;
}

/** A row, a column, or both. */
export interface CellMark {
  row: number | null;
  column: number | null;
}

/** Heights in CSS px: of a row of cells, and of axes and marks around them. */
const ROW_HEIGHT = 20;
const AROUND_UPRIGHT = 48;
const AROUND_ROTATED = 150;

/** How long after the last change of its width a picture is drawn anew, in ms; until then it is stretched. */
const REDRAW_AFTER = 100;

/** A heatmap with all that belongs to it: keys, zoom, tooltip, read-out, table, exports. */
export function createHeatmapFigure(options: HeatmapFigureOptions): HeatmapFigure {
  const { view } = options;
  const { l10n } = view;
  let content: HeatmapContent | null = null;
  let scale: WeightScale | null = null;
  let window: MapWindow | null = null;
  let cursor: Cell | null = null;
  let byPointer = false;
  let mark: CellMark = { row: null, column: null };
  let chart: Chart<'heatmap', never[]> | null = null;
  let drawnWidth = 0;
  let redraw = 0;

  const canvas = h('canvas', { tabindex: 0, role: 'application', 'aria-label': options.heading });
  const box = h('div', { class: `chart chart-${options.shape}` }, canvas);
  const readout = h('p', { class: 'readout', role: 'status' }, options.hint ?? '');
  const figure = createFigure({
    view,
    heading: options.heading,
    level: options.level,
    note: options.note,
    content: () =>
      content && {
        grid: content.grid,
        part: wholeCells(window ?? wholeWindow(content.grid.rows, content.grid.columns)),
        picture: {
          title: content.grid.title,
          width: 900,
          height: options.shape === 'square' ? 880 : 90 + rowsHeight(content, 900),
          config: (palette, width) => config(palette, width, true),
        },
      },
    cursor: () => cursor,
    onCursor: (to) => moveTo(to, true),
    onChoose: options.onChoose,
  });
  figure.body.append(box, readout);

  function config(palette: Palette, width: number, forExport: boolean) {
    const { grid, bands } = content!;
    return heatmapConfig({
      grid,
      scale: scale!,
      palette,
      bands,
      window,
      width,
      ...(forExport
        ? { titles: { title: grid.title, source: sourceOf(view, grid.treatment) } }
        : {
            cursor: () => cursor ?? mark,
            onHover: (hovered) => {
              // What keys point at stays when the pointer merely leaves.
              if (hovered || byPointer) moveTo(hovered, false);
            },
            ...(options.detail ? { detail: options.detail } : {}),
            zoom: {
              window: () => window ?? wholeWindow(grid.rows, grid.columns),
              onWindow: setWindowAndTell,
              onChoose: options.onChoose,
            },
          }),
    });
  }

  function draw(): void {
    clearTimeout(redraw);
    chart?.destroy();
    chart = null;
    if (!content) return;
    drawnWidth = box.clientWidth || 480;
    if (options.shape === 'rows') box.style.height = `${rowsHeight(content, drawnWidth)}px`;
    chart = new Chart(canvas, config(view.store.get().palette, drawnWidth, false));
  }

  // What is written beside the cells, and how, depends on the width of the side bar.
  const resizes = new ResizeObserver(() => {
    if (!chart || box.clientWidth === 0 || box.clientWidth === drawnWidth) return;
    clearTimeout(redraw);
    redraw = setTimeout(draw, REDRAW_AFTER);
  });
  resizes.observe(box);

  function setWindowAndTell(next: MapWindow | null): void {
    setWindow(next);
    options.onWindow?.(next);
  }

  function setWindow(next: MapWindow | null): void {
    if (sameWindow(next, window)) return;
    window = next;
    if (!chart || !content) return;
    const part = next ?? wholeWindow(content.grid.rows, content.grid.columns);
    Object.assign(chart.options.scales!.x!, { min: part.firstColumn, max: part.endColumn });
    Object.assign(chart.options.scales!.y!, { min: part.firstRow, max: part.endRow });
    chart.update('none');
    figure.moved();
  }

  function setCursor(next: Cell | null): void {
    if (sameCell(next, cursor)) return;
    cursor = next;
    tell();
    chart?.draw();
    figure.moved();
  }

  function tell(): void {
    readout.textContent = content && cursor ? readoutText(content.grid, cursor) : (options.hint ?? '');
  }

  function moveTo(to: Cell | null, byKey: boolean): void {
    if (sameCell(to, cursor)) return;
    cursor = to;
    byPointer = !byKey;
    tell();
    if (byKey && chart) {
      if (to && window) setWindowAndTell(reveal(window, to.row, to.column));
      point(chart, to);
    }
    figure.moved();
    options.onCursor?.(to);
  }

  function readoutText(grid: NumberGrid, cell: Cell): string {
    const { row, column } = cell;
    const readout = l10n.t(options.readout ?? strings.readout, {
      row: `${grid.rowsTitle} ${grid.rowLabel(row)}`,
      column: `${grid.columnsTitle} ${grid.columnLabel(column)}`,
      weight: cellText(grid, row, column) || '–',
    });
    const detail = options.detail?.(cell) ?? [];
    return detail.length === 0
      ? readout
      : l10n.t(strings.readoutDetail, { readout, detail: detail.join('; ') });
  }

  function zoomBy(factor: number): void {
    if (!content) return;
    const { rows, columns } = content.grid;
    const now = window ?? wholeWindow(rows, columns);
    const at = cursor;
    const middle = {
      row: at ? at.row + 0.5 : (now.firstRow + now.endRow) / 2,
      column: at ? at.column + 0.5 : (now.firstColumn + now.endColumn) / 2,
    };
    setWindowAndTell(factor === 0 ? null : zoomAt(now, factor, middle, rows, columns));
  }

  canvas.addEventListener('keydown', (event) => {
    if (!content) return;
    const at = cursor;
    // Ctrl with plus, minus or 0 zooms the page, Alt with an arrow goes back: not ours to take.
    const ours = !isShortcut(event);
    if (ours && (event.key === '+' || event.key === '=')) zoomBy(1.5);
    else if (ours && (event.key === '-' || event.key === '_')) zoomBy(1 / 1.5);
    else if (ours && event.key === '0') zoomBy(0);
    else if (ours && event.key === 'Enter' && at) options.onChoose(at);
    else if (ours && event.key === 'Escape' && at) moveTo(null, true);
    else {
      const { rows, columns } = content.grid;
      // The first key shows where the cursor is: at the last row's first column in view.
      const start = {
        row: Math.ceil((window?.endRow ?? rows) - 1),
        column: Math.floor(window?.firstColumn ?? 0),
      };
      const to = step(event, at ?? start, { rows, columns });
      if (!to) return;
      moveTo(at ? to : start, true);
    }
    event.preventDefault();
  });

  return {
    element: figure.element,
    controls: figure.controls,
    body: figure.body,
    setHeading(text) {
      figure.setHeading(text);
      canvas.setAttribute('aria-label', `${text}. ${l10n.t(options.keys)}`);
    },
    setNote: figure.setNote,
    show(next, nextWindow = null) {
      content = next;
      window = nextWindow;
      scale = next && fitScale(next.grid.values, next.scaleKind);
      if (cursor && next && (cursor.row >= next.grid.rows || cursor.column >= next.grid.columns))
        cursor = null;
      tell();
      draw();
      figure.refresh();
    },
    setWindow,
    setCursor,
    setMark(next) {
      mark = next;
      chart?.draw();
    },
    retell() {
      tell();
      if (!chart || chart.getActiveElements().length === 0) return;
      // A tooltip writes itself anew only where its cell changed.
      point(chart, null);
      point(chart, cursor);
    },
    zoomBy,
    dispose() {
      resizes.disconnect();
      clearTimeout(redraw);
      chart?.destroy();
      figure.dispose();
    },
  };
}

/** Shows the tooltip of a cell, or none. */
function point(chart: Chart<'heatmap', never[]>, cell: Cell | null): void {
  const items = cell ? [cellItem(chart, cell)] : [];
  chart.setActiveElements(items);
  chart.tooltip?.setActiveElements(items, { x: 0, y: 0 });
  chart.update('none');
}

/** Height of a picture whose rows are a line of text high each. */
function rowsHeight({ grid }: HeatmapContent, width: number): number {
  const upright = grid.shortColumns && !columnsStand(grid, width);
  return (upright ? AROUND_UPRIGHT : AROUND_ROTATED) + grid.rows * ROW_HEIGHT;
}

function sameCell(a: Cell | null, b: Cell | null): boolean {
  return a?.row === b?.row && a?.column === b?.column;
}

function sameWindow(a: MapWindow | null, b: MapWindow | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.firstRow === b.firstRow &&
    a.endRow === b.endRow &&
    a.firstColumn === b.firstColumn &&
    a.endColumn === b.endColumn
  );
}

/** The cells that are in a window, if only in part. */
function wholeCells({ firstRow, endRow, firstColumn, endColumn }: MapWindow): MapWindow {
  return {
    firstRow: Math.floor(firstRow),
    endRow: Math.ceil(endRow),
    firstColumn: Math.floor(firstColumn),
    endColumn: Math.ceil(endColumn),
  };
}
