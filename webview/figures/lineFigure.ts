import type { Palette } from '../colors/palette';
import { type PartKey, partName } from '../colors/partLook';
import { lineConfig } from '../charts/lineChart';
import type { Titles } from '../charts/parts/titles';
import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import { largestRows, type NumberGrid, pickRows } from '../numbers/numberGrid';
import type { View } from '../state/state';
import { ownTreatment } from '../text/treatment';
import { isShortcut, step } from './cellKeys';
import { createDrawing } from './drawing';
import { createFigure } from './figure';
import { createLineLegend } from './lineLegend';
import { strings } from '../text/strings';

/** Lines that can still be told apart; the rest is in the table. */
const MOST_LINES = 8;

/** What a line figure shows: a line for each row. */
export interface LineContent {
  grid: NumberGrid;
  /** `[row]`: what each line is of. */
  part: (row: number) => PartKey;
}

export interface LineFigureOptions {
  view: View;
  heading: string;
  /** What the picture is; what else than the page's sink its numbers went through is said after it. */
  note: string;
  /** What keys do in the picture, for screen readers. */
  keys: string;
  /** The column that is open on the page; the figure begins there. */
  chosen: () => number;
  onChoose: (column: number) => void;
  /** What there is to say of a column. */
  readout: (grid: NumberGrid, column: number) => string;
}

export interface LineFigure extends Disposable {
  element: HTMLElement;
  show(content: LineContent): void;
  /** Another column is open: where the person was in the figure is forgotten. */
  chosenChanged(): void;
}

/** A line chart with all that belongs to it: keys, tooltip, read-out, table, exports. */
export function createLineFigure(options: LineFigureOptions): LineFigure {
  const { view, chosen, onChoose } = options;
  let content: LineContent | null = null;
  /** The table's row; a column alone is what the picture has a cursor on. */
  let row = 0;
  /** `null` before the person was at one. */
  let column: number | null = null;

  const drawing = createDrawing(
    'lines',
    () => content && { config: config(content, view.store.get().palette) },
  );
  drawing.canvas.setAttribute('aria-label', `${options.heading}. ${options.keys}`);
  const legend = createLineLegend(view.l10n.t(strings.legend), () => drawing.draw());
  const readout = h('p', { class: 'readout', role: 'status' });
  const figure = createFigure({
    view,
    heading: options.heading,
    level: 'section',
    note: options.note,
    content() {
      if (!content) return null;
      const shown = content;
      return {
        grid: shown.grid,
        picture: { height: 480, config: (palette, _width, titles) => config(shown, palette, titles) },
      };
    },
    cursor: () => content && { row: Math.min(row, content.grid.rows - 1), column: column ?? chosen() },
    onCursor(cell) {
      row = cell.row;
      goTo(cell.column);
    },
    onChoose: (cell) => onChoose(cell.column),
  });
  figure.body.append(drawing.element, legend.element, readout);

  function config({ grid, part }: LineContent, palette: Palette, titles?: Titles) {
    const rows = largestRows(grid, MOST_LINES);
    return lineConfig({
      grid: pickRows(grid, rows),
      palette,
      part: (line) => part(rows[line]!),
      isHidden: (one) => legend.hidden.has(partName(one)),
      marked: () => (titles ? null : (column ?? chosen())),
      titles,
      onChoose,
    });
  }

  function goTo(next: number): void {
    column = next;
    tell();
    drawing.chart()?.draw();
    figure.moved();
  }

  function tell(): void {
    readout.textContent = content && column !== null ? options.readout(content.grid, column) : '';
  }

  const keys = listen<KeyboardEvent>(drawing.canvas, 'keydown', (event) => {
    if (!content || isShortcut(event)) return;
    const at = column ?? chosen();
    if (event.key === 'Enter') onChoose(at);
    else {
      const to = step(event, { row: 0, column: at }, { rows: 1, columns: content.grid.columns });
      if (!to || event.key === 'ArrowUp' || event.key === 'ArrowDown') return;
      goTo(to.column);
    }
    event.preventDefault();
  });

  return {
    element: figure.element,
    show(next) {
      content = next;
      figure.setNote(`${options.note} ${ownTreatment(view, next.grid.treatment)}`.trim());
      tell();
      legend.show(
        largestRows(next.grid, MOST_LINES).map((row) => ({
          part: next.part(row),
          label: next.grid.rowLabel(row),
        })),
        view.store.get().palette,
      );
      drawing.draw();
      figure.refresh();
    },
    chosenChanged() {
      column = null;
      tell();
      drawing.chart()?.draw();
      figure.moved();
    },
    dispose: combine(figure, drawing, keys).dispose,
  };
}
