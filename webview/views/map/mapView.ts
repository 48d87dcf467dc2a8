import type { HeadChoice, ReadingWay } from '../../../src/protocol/borders/inference';
import { headName, layerName } from '../../../src/describe/names';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { button, checkbox, chooser } from '../../dom/toolkit';
import { createExactCells } from '../../figures/heatmap/exactCells';
import { createHeatmapFigure } from '../../figures/heatmap/heatmapFigure';
import { createLoading } from '../../figures/loading';
import { ZOOM_STEP } from '../../figures/heatmap/zoom';
import { poolFor, type PooledBy } from '../../../src/attention/pooling';
import { type MapBlock, poolOf } from '../../maps/mapSource';
import { headOf, mapGrid, mapTitle, wayNames } from '../../numbers/mapGrid';
import { type MapWindow, movedRows, scaledWindow } from '../../numbers/mapWindow';
import { bandsOf } from '../../numbers/bands';
import type { View } from '../../state/state';
import { lockToken } from '../../state/token';
import { strings } from '../../text/strings';
import { createCloseRows, type Rows } from './closeRows';

/** What each way's picture is. */
const wayNotes: Record<ReadingWay, string> = {
  weights: strings.mapNote,
  valueNorm: strings.wayValueNormNote,
  valueZeroing: strings.wayValueZeroingNote,
};

/** The map of the chosen layer and head, with its controls. */
export function mountMap(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, maps } = view;
  const { model, tokens } = shown.result;
  /** The map that is shown; `null` while it is on its way. */
  let block: MapBlock | null = null;
  /** The rows in view of a long prompt, token by token; `null` where its squares are shown. */
  let close: (Rows & { block: MapBlock }) | null = null;
  let by: PooledBy = 'largest';
  let way: ReadingWay = 'weights';

  const figure = createHeatmapFigure({
    view,
    note: l10n.t(strings.mapNote),
    shape: 'square',
    keys: strings.mapKeys,
    emptyReadout: l10n.t(strings.pointHint),
    readout: strings.readoutTokens,
    detail: (cell) => exact.lines(cell),
    onCursor: (cell) => {
      exact.point(cell);
      const { pool } = drawn();
      store.set({
        cursor: cell && { row: tokenOf(cell.row), column: cell.column * pool },
        looked: cell && tokenOf(cell.row),
      });
    },
    onChoose: (cell) => {
      const token = Math.min(tokens.length - 1, tokenOf(cell.row));
      lockToken(view, token);
      view.host.chooseToken(token);
    },
    onWindow: (window) => store.set({ window: inTokens(window) }),
  });

  const exact = createExactCells(view, () => figure.retell());

  const layers = Array.from({ length: model.layers }, (_, layer) => ({
    value: String(layer),
    text: l10n.say(layerName(layer)),
  }));
  const heads = [
    { value: 'mean', text: l10n.say(headName('mean')) },
    ...(maps.hasHeads
      ? Array.from({ length: model.heads }, (_, head) => ({
          value: String(head),
          text: l10n.say(headName(head)),
        }))
      : []),
  ];
  const layer = chooser(l10n.t(strings.layerChoice), layers, String(store.get().layer), (value) =>
    store.set({ layer: Number(value) }),
  );
  const head = chooser(l10n.t(strings.headChoice), heads, String(store.get().head), (value) =>
    store.set({ head: value === 'mean' ? 'mean' : Number(value) }),
  );
  const log = checkbox(l10n.t(strings.logScale), store.get().scale === 'log', (checked) =>
    store.set({ scale: checked ? 'log' : 'linear' }),
  );
  // Another way than the weights takes runs of the model, and all cells.
  const isPooled = poolFor(tokens.length) > 1;
  const canRead = view.ask !== null && !isPooled;
  const ways = Object.entries(wayNames).map(([value, text]) => ({ value, text: l10n.t(text) }));
  const reading = chooser(l10n.t(strings.wayChoice), ways, way, (value) => {
    way = value as ReadingWay;
    figure.setNote(l10n.t(wayNotes[way]));
    loading.load();
  });
  const squares = chooser(
    l10n.t(strings.squareChoice),
    [
      { value: 'largest', text: l10n.t(strings.squareLargest) },
      { value: 'mean', text: l10n.t(strings.squareMean) },
    ],
    by,
    (value) => {
      by = value as PooledBy;
      loading.load();
    },
  );
  const zoom = h(
    'span',
    { class: 'zoom' },
    button('−', () => figure.zoomBy(1 / ZOOM_STEP), { look: 'quiet', label: l10n.t(strings.zoomOut) }),
    button('+', () => figure.zoomBy(ZOOM_STEP), { look: 'quiet', label: l10n.t(strings.zoomIn) }),
    button('⤢', () => figure.zoomBy(0), { look: 'quiet', label: l10n.t(strings.zoomReset) }),
  );
  const loading = createLoading({
    view,
    spoken: true,
    async load(signal, onProgress) {
      const { layer: at, head } = store.get();
      const which = headOf(head, way);
      figure.setHeading(mapTitle(l10n, at, which, way));
      host.classList.add('is-loading');
      block = null;
      close = null;
      const pool = poolOf(tokens.length, which);
      const all = { firstQuery: 0, endQuery: tokens.length, pool, by: squaresBy(which) };
      const next = await maps.maps({ ...all, layers: [at], heads: [which], way }, signal, onProgress);
      if (signal.aborted) return;
      block = next;
      show();
      rows.look();
    },
    failed(error) {
      figure.show(null);
      return l10n.t(strings.mapFailed, { message: error instanceof Error ? error.message : String(error) });
    },
    onSettled: () => host.classList.remove('is-loading'),
  });
  figure.controls.append(layer.element, head.element, log.element, zoom);
  if (canRead) log.element.before(reading.element);
  if (isPooled && view.ask) log.element.before(squares.element);
  figure.body.prepend(loading.element);
  host.append(figure.element);

  const rows = createCloseRows({
    view,
    way: () => way,
    /** A report has nothing finer. */
    isPooled: () => view.ask !== null && block !== null && block.pool > 1,
    onRows(next) {
      if (next === close) return;
      close = next;
      show();
    },
  });

  /** Single heads are kept by their largest weights alone. */
  function squaresBy(which: HeadChoice): PooledBy {
    return which === 'mean' ? by : 'largest';
  }

  /** The cells that are drawn. */
  function drawn(): Pick<MapBlock, 'pool'> & { rowsBefore: number } {
    const { pool, rowsBefore = 0 } = close?.block ?? block ?? { pool: 1 };
    return { pool, rowsBefore };
  }

  /** The first token of a row. */
  function tokenOf(row: number): number {
    const { pool, rowsBefore } = drawn();
    return (rowsBefore + row) * pool;
  }

  function inTokens(window: MapWindow | null): MapWindow | null {
    const { pool, rowsBefore } = drawn();
    return window && scaledWindow(movedRows(window, rowsBefore), pool);
  }

  function inCells(window: MapWindow | null): MapWindow | null {
    const { pool, rowsBefore } = drawn();
    return window && movedRows(scaledWindow(window, 1 / pool), -rowsBefore);
  }

  function show(): void {
    const now = close?.block ?? block;
    if (!now) return;
    const { scale: scaleKind, window } = store.get();
    exact.reset(now.pool, now.by);
    const grid = mapGrid(view, now, way);
    const bands = bandsOf(shown, l10n, now.pool, now.rowsBefore);
    figure.show({ grid, scaleKind, bands }, inCells(window));
    markToken();
  }

  /** The row and the column of the token that is looked at or locked. */
  function markToken(): void {
    const { cursor, token, looked } = store.get();
    const { pool, rowsBefore } = drawn();
    const place = (index: number) => Math.floor(index / pool);
    /** Not a row of those that are drawn. */
    const rowOf = (index: number) => {
      const row = place(index) - rowsBefore;
      return row >= 0 && (!close || row < close.block.rows) ? row : null;
    };
    const at = looked ?? token;
    figure.setMark({ row: rowOf(at), column: place(at) });
    const row = cursor && rowOf(cursor.row);
    figure.setCursor(cursor && row !== null ? { row, column: place(cursor.column) } : null);
  }

  loading.load();
  return combine(
    loading,
    exact,
    rows,
    figure,
    store.subscribe(['layer', 'head'], (state) => {
      layer.set(String(state.layer));
      head.set(String(state.head));
      loading.load();
    }),
    store.subscribe(['scale', 'sink', 'palette'], show),
    store.subscribe(['cursor', 'token', 'looked'], markToken),
    store.subscribe(['window'], ({ window }) => {
      figure.setWindow(inCells(window));
      rows.look();
    }),
  );
}
