import type { ReadingWay } from '../../../src/protocol/borders/inference';
import { headName, layerName } from '../../../src/describe/names';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { button, checkbox, chooser } from '../../dom/toolkit';
import { createExactCells } from '../../figures/heatmap/exactCells';
import { createHeatmapFigure } from '../../figures/heatmap/heatmapFigure';
import { createLoading } from '../../figures/loading';
import { ZOOM_STEP } from '../../figures/heatmap/zoom';
import { poolFor } from '../../../src/attention/pooling';
import type { MapBlock } from '../../maps/mapSource';
import { headOf, mapGrid, mapTitle, wayNames } from '../../numbers/mapGrid';
import { scaledWindow } from '../../numbers/mapWindow';
import { bandsOf } from '../../numbers/bands';
import type { View } from '../../state/state';
import { lockToken } from '../../state/token';
import { strings } from '../../text/strings';

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
  /** Tokens a side of the cells that are drawn. */
  let pool = 1;
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
      store.set({
        cursor: cell && { row: cell.row * pool, column: cell.column * pool },
        looked: cell && cell.row * pool,
      });
    },
    onChoose: (cell) => {
      const token = Math.min(tokens.length - 1, cell.row * pool);
      lockToken(view, token);
      view.host.chooseToken(token);
    },
    onWindow: (window) => store.set({ window: window && scaledWindow(window, pool) }),
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
  const canRead = view.ask !== null && poolFor(tokens.length) === 1;
  const ways = Object.entries(wayNames).map(([value, text]) => ({ value, text: l10n.t(text) }));
  const reading = chooser(l10n.t(strings.wayChoice), ways, way, (value) => {
    way = value as ReadingWay;
    figure.setNote(l10n.t(wayNotes[way]));
    loading.load();
  });
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
      const all = { firstQuery: 0, endQuery: tokens.length, pool: poolFor(tokens.length) };
      const next = await maps.maps({ ...all, layers: [at], heads: [which], way }, signal, onProgress);
      if (signal.aborted) return;
      block = next;
      pool = block.pool;
      exact.reset(pool);
      show();
    },
    failed(error) {
      figure.show(null);
      return l10n.t(strings.mapFailed, { message: error instanceof Error ? error.message : String(error) });
    },
    onSettled: () => host.classList.remove('is-loading'),
  });
  figure.controls.append(layer.element, head.element, log.element, zoom);
  if (canRead) log.element.before(reading.element);
  figure.body.prepend(loading.element);
  host.append(figure.element);

  function show(): void {
    if (!block) return;
    const { scale: scaleKind, window } = store.get();
    const grid = mapGrid(view, block, way);
    figure.show(
      { grid, scaleKind, bands: bandsOf(shown, l10n, pool) },
      window && scaledWindow(window, 1 / pool),
    );
    markToken();
  }

  /** The row and the column of the token that is looked at or locked. */
  function markToken(): void {
    const { cursor, token, looked } = store.get();
    const place = (index: number) => Math.floor(index / pool);
    const at = place(looked ?? token);
    figure.setMark({ row: at, column: at });
    figure.setCursor(cursor && { row: place(cursor.row), column: place(cursor.column) });
  }

  loading.load();
  return combine(
    loading,
    exact,
    figure,
    store.subscribe(['layer', 'head'], (state) => {
      layer.set(String(state.layer));
      head.set(String(state.head));
      loading.load();
    }),
    store.subscribe(['scale', 'sink', 'palette'], show),
    store.subscribe(['cursor', 'token', 'looked'], markToken),
    store.subscribe(['window'], ({ window }) => figure.setWindow(window && scaledWindow(window, 1 / pool))),
  );
}
