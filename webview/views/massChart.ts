import { Chart } from 'chart.js';
import { isShortcut } from '../figures/cellKeys';
import { lineConfig } from '../charts/lineChart';
import { wholeWindow } from '../numbers/mapWindow';
import { type Titles } from '../charts/parts/titles';
import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import { createFigure } from '../figures/figure';
import { type NumberGrid } from '../numbers/numberGrid';
import { isOneSegment, type Part, partsOf } from '../numbers/parts';
import { sourceOf, type View, type ViewState } from '../state/state';
import { strings } from '../text/strings';
import { shareTreatment } from '../text/treatment';

/** Lines that can still be told apart. */
const MOST_LINES = 8;

/** Share of the last token's attention on each part of the prompt, layer by layer. */
export function mountMassChart(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const all = partsOf(shown, l10n);
  let grid = massGrid(view, all);
  /** Where the table is, and the layer that the read-out tells of; `null` before one was chosen. */
  let row = 0;
  let column: number | null = null;
  let chart: Chart<'line', (number | null)[]> | null = null;

  const canvas = h('canvas', {
    tabindex: 0,
    role: 'application',
    'aria-label': `${l10n.t(strings.mass)}. ${l10n.t(strings.massKeys)}`,
  });
  const box = h('div', { class: 'chart chart-lines' }, canvas);
  const readout = h('p', { class: 'readout', role: 'status' });
  const config = (palette = store.get().palette, titles?: Titles) => {
    const drawn = mostSeen(grid.parts);
    const lines = rowsOf(grid.grid, drawn);
    return lineConfig({
      grid: lines,
      palette,
      strong: (row) => grid.parts[drawn[row]!]!.kind === 'finding',
      marked: () => (titles ? null : (column ?? store.get().layer)),
      formatShare: l10n.percent,
      ...(titles ? { titles } : { onChoose: (layer: number) => store.set({ layer }) }),
    });
  };
  const figure = createFigure({
    view,
    heading: l10n.t(strings.mass),
    level: 2,
    note: '',
    content: () => ({
      grid: grid.grid,
      part: wholeWindow(grid.grid.rows, grid.grid.columns),
      picture: {
        title: grid.grid.title,
        width: 900,
        height: 480,
        config: (palette) =>
          config(palette, { title: grid.grid.title, source: sourceOf(view, grid.grid.treatment) }),
      },
    }),
    cursor: () => ({ row: Math.min(row, grid.grid.rows - 1), column: column ?? store.get().layer }),
    onCursor(cell) {
      row = cell.row;
      tell(cell.column);
    },
    onChoose: (cell) => store.set({ layer: cell.column }),
  });
  figure.body.append(box, readout);
  host.append(figure.element);

  function draw(): void {
    grid = massGrid(view, all);
    figure.setNote(`${l10n.t(strings.massNote)} ${grid.grid.treatment}`);
    chart?.destroy();
    chart = new Chart(canvas, config());
    figure.refresh();
    if (column !== null) tell(column);
  }

  function tell(layer: number): void {
    column = layer;
    const shares = grid.parts
      .map((part, at) => ({ part, share: grid.grid.values[at * grid.grid.columns + layer]! }))
      .filter(({ share }) => share > 0)
      .map(({ part, share }) => `${part.label} ${l10n.percent(share)}`);
    readout.textContent = `${l10n.t(strings.layer, { layer: String(layer) })}: ${shares.join(', ')}`;
    chart?.draw();
    figure.moved();
  }

  draw();
  return combine(
    figure,
    { dispose: () => chart?.destroy() },
    store.subscribe(['palette', 'sink'], draw),
    store.subscribe(['layer'], () => {
      column = null;
      readout.textContent = '';
      chart?.draw();
      figure.moved();
    }),
    listen<KeyboardEvent>(canvas, 'keydown', (event) => {
      if (isShortcut(event)) return;
      const last = grid.grid.columns - 1;
      const at = column ?? store.get().layer;
      if (event.key === 'Enter') store.set({ layer: at });
      else if (event.key === 'ArrowLeft') tell(Math.max(0, at - 1));
      else if (event.key === 'ArrowRight') tell(Math.min(last, at + 1));
      else if (event.key === 'Home') tell(0);
      else if (event.key === 'End') tell(last);
      else return;
      event.preventDefault();
    }),
  );

  /** Segments first, then the findings that get most; the rest is in the table. */
  function mostSeen(parts: readonly Part[]): number[] {
    const total = (row: number) => {
      let sum = 0;
      for (let layer = 0; layer < grid.grid.columns; layer++)
        sum += grid.grid.values[row * grid.grid.columns + layer]!;
      return sum;
    };
    const rows = [...parts.keys()];
    const kept = rows.sort((a, b) => total(b) - total(a)).slice(0, MOST_LINES);
    return kept.sort((a, b) => a - b);
  }
}

function massGrid({ l10n, shown, store }: View, all: readonly Part[]): { grid: NumberGrid; parts: Part[] } {
  const { reading, sink } = shown.result.attention;
  const hidden = sinkHidden(store.get().sink, all);
  const parts = hidden ? withoutSink(all) : [...all];
  const layers = reading.perLayer.length;
  const values = new Float32Array(parts.length * layers);
  for (const [row, part] of parts.entries()) {
    for (const [layer, weights] of reading.perLayer.entries()) {
      const rest = hidden ? 1 - (weights[sink ?? -1] ?? 0) : 1;
      let sum = 0;
      for (const token of part.tokens) if (!hidden || token !== sink) sum += weights[token] ?? 0;
      values[row * layers + layer] = rest > 0 ? sum / rest : 0;
    }
  }
  const grid: NumberGrid = {
    name: 'mass-per-layer',
    title: l10n.t(strings.mass),
    treatment: shareTreatment(l10n, hidden),
    rows: parts.length,
    columns: layers,
    values,
    rowsTitle: l10n.t(strings.part),
    columnsTitle: l10n.t(strings.layerAxis),
    valuesTitle: l10n.t(strings.share),
    rowLabel: (row) => parts[row]!.label,
    columnLabel: (column) => String(column),
    format: l10n.percent,
  };
  return { grid, parts };
}

/** The first token is counted where nothing but a line at 100 % would be left without it. */
function sinkHidden(sink: ViewState['sink'], all: readonly Part[]): boolean {
  return sink === 'hidden' && !(isOneSegment(all) && all.every(({ kind }) => kind !== 'finding'));
}

/** The one segment of a prompt gets all of what is left: a line at 100 % that hides those of its findings. */
function withoutSink(all: readonly Part[]): Part[] {
  return all.filter(({ kind }) => kind === 'finding' || (kind !== 'sink' && !isOneSegment(all)));
}

function rowsOf(grid: NumberGrid, rows: readonly number[]): NumberGrid {
  const values = new Float32Array(rows.length * grid.columns);
  for (const [at, row] of rows.entries()) {
    values.set(grid.values.subarray(row * grid.columns, (row + 1) * grid.columns), at * grid.columns);
  }
  return { ...grid, rows: rows.length, values, rowLabel: (row) => grid.rowLabel(rows[row]!) };
}
