import type { Palette } from '../../colors/palette';
import { fitScale, type WeightScale } from '../../colors/weightScale';
import { columnsStand, heatmapConfig, isNarrow } from '../../charts/heatmap/heatmapChart';
import { BAR_BELOW } from '../../charts/parts/colorBar';
import type { Band } from '../../charts/parts/bands';
import type { Titles } from '../../charts/parts/titles';
import { combine, type Disposable, listen } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { type MapWindow, wholeCells } from '../../numbers/mapWindow';
import type { Cell } from '../../numbers/matrix';
import { cellText, type NumberGrid } from '../../numbers/numberGrid';
import type { View } from '../../state/state';
import { ownTreatment } from '../../text/treatment';
import { strings } from '../../text/strings';
import { createCellCursor } from './cellCursor';
import { createDrawing } from '../drawing';
import { createFigure, type FigureContent, PICTURE_WIDTH } from '../figure';
import { createZoom } from './zoom';

/** What a heatmap shows at the moment. */
export interface HeatmapContent {
  grid: NumberGrid;
  /** What colours are fitted to, where pictures beside each other share them; the grid's own values where absent. */
  scaleTo?: Float32Array;
  /** Linear where absent. */
  scaleKind?: WeightScale['kind'];
  bands?: readonly Band[];
}

export interface HeatmapFigureOptions {
  view: View;
  /** Where it is not the title of what is shown. */
  heading?: string;
  /** What the picture is; what else than the page's sink its numbers went through is said after it. */
  note: string;
  /** What can be done with the picture. */
  hint?: string;
  /** `square`: as high as wide; `rows`: a line of text high per row. */
  shape: 'square' | 'rows';
  /** What keys do in the picture, for screen readers. */
  keys: string;
  /** The cell of the cursor changed, by pointer or key; `null` when it left. */
  onCursor?: (cell: Cell | null) => void;
  onChoose: (cell: Cell) => void;
  /** What the read-out says while there is no cursor; nothing where absent. */
  emptyReadout?: string;
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
  /** Names what is on its way. */
  setHeading(text: string): void;
  /** Says what the next picture is. */
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

/** Height of an exported square picture in CSS px, and of what stands above rows. */
const SQUARE_PICTURE = 880;
const PICTURE_HEAD = 90;

/** A heatmap with all that belongs to it: keys, zoom, tooltip, read-out, table, exports. */
export function createHeatmapFigure(options: HeatmapFigureOptions): HeatmapFigure {
  const { view } = options;
  const { l10n } = view;
  let content: HeatmapContent | null = null;
  let scale: WeightScale | null = null;
  let mark: CellMark = { row: null, column: null };
  let { note } = options;
  const size = () => content && content.grid;

  const drawing = createDrawing(
    options.shape,
    (width) =>
      content && {
        config: config(content, view.store.get().palette, width),
        height: options.shape === 'rows' ? rowsHeight(content, width) : squareHeight(width),
      },
  );
  const readout = h('p', { class: 'readout', role: 'status' });
  const zoom = createZoom({
    size,
    chart: drawing.chart,
    onChange: () => figure.moved(),
    onAsked: (window) => options.onWindow?.(window),
  });
  const cursor = createCellCursor({
    size,
    chart: drawing.chart,
    zoom,
    onChange() {
      tell();
      figure.moved();
    },
    onMoved: (cell) => options.onCursor?.(cell),
    onChoose: options.onChoose,
  });
  const figure = createFigure({
    view,
    heading: options.heading ?? '',
    level: 'section',
    note: options.note,
    hint: options.hint,
    content: () =>
      content && {
        grid: content.grid,
        part: wholeCells(zoom.part()),
        picture: picture(content),
      },
    cursor: cursor.at,
    onCursor: cursor.walk,
    onChoose: options.onChoose,
  });
  figure.body.append(drawing.element, readout);

  function config({ grid, bands }: HeatmapContent, palette: Palette, width: number, titles?: Titles) {
    const onScreen = {
      cursor: () => cursor.at() ?? mark,
      onHover: cursor.hover,
      detail: options.detail,
      zoom: { window: zoom.part, onWindow: zoom.ask, onChoose: options.onChoose },
    };
    return heatmapConfig({
      grid,
      scale: scale!,
      palette,
      bands,
      window: zoom.window(),
      width,
      titles,
      ...(titles ? {} : onScreen),
    });
  }

  function picture(shown: HeatmapContent): FigureContent['picture'] {
    return {
      height: options.shape === 'square' ? SQUARE_PICTURE : PICTURE_HEAD + rowsHeight(shown, PICTURE_WIDTH),
      config: (palette, width, titles) => config(shown, palette, width, titles),
    };
  }

  function tell(): void {
    const at = cursor.at();
    const told = content && at && readoutText(content.grid, at);
    readout.textContent = told || (options.emptyReadout ?? '');
    readout.classList.toggle('hint', !told);
  }

  function readoutText(grid: NumberGrid, cell: Cell): string {
    const { row, column } = cell;
    const text = l10n.t(options.readout ?? strings.readout, {
      row: `${grid.rowsTitle} ${grid.rowLabel(row)}`,
      column: `${grid.columnsTitle} ${grid.columnLabel(column)}`,
      weight: cellText(grid, row, column) || '–',
    });
    const detail = options.detail?.(cell) ?? [];
    return detail.length === 0
      ? text
      : l10n.t(strings.readoutDetail, { readout: text, detail: detail.join('; ') });
  }

  function setHeading(text: string): void {
    figure.setHeading(text);
    drawing.canvas.setAttribute('aria-label', `${text}. ${l10n.t(options.keys)}`);
  }

  const keys = listen<KeyboardEvent>(drawing.canvas, 'keydown', cursor.onKey);
  return {
    element: figure.element,
    controls: figure.controls,
    body: figure.body,
    setHeading,
    setNote: (text) => (note = text),
    show(next, window = null) {
      content = next;
      scale = next && fitScale(next.scaleTo ?? next.grid.values, next.scaleKind ?? 'linear');
      if (next) {
        setHeading(options.heading ?? next.grid.title);
        figure.setNote(`${note} ${ownTreatment(view, next.grid.treatment)}`.trim());
      }
      zoom.reset(window);
      if (next) cursor.keepWithin(next.grid);
      tell();
      drawing.draw();
      figure.refresh();
    },
    setWindow: zoom.set,
    setCursor: cursor.set,
    setMark(next) {
      mark = next;
      drawing.chart()?.draw();
    },
    retell() {
      tell();
      cursor.retell();
    },
    zoomBy: (factor) => zoom.by(factor, cursor.at()),
    dispose: combine(figure, drawing, keys).dispose,
  };
}

/** Height of a square picture that stands above its colour bar, as the style sheet has it before it is drawn. */
function squareHeight(width: number): number | undefined {
  return isNarrow(width) ? Math.round(width * 1.2) : undefined;
}

/** Height of a picture whose rows are a line of text high each. */
function rowsHeight({ grid }: HeatmapContent, width: number): number {
  const upright = grid.shortColumns && !columnsStand(grid, width);
  const around = (upright ? AROUND_UPRIGHT : AROUND_ROTATED) + (isNarrow(width) ? BAR_BELOW : 0);
  return around + grid.rows * ROW_HEIGHT;
}
