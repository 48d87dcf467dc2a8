import { combine, type Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import { button } from '../dom/toolkit';
import { createHeatmapFigure } from '../figures/heatmap/heatmapFigure';
import { createLoading } from '../figures/loading';
import { bandsOf } from '../numbers/bands';
import { sinkTakenOut, type View } from '../state/state';
import { lockToken } from '../state/token';
import { cellFields, tokenName } from '../text/names';
import { strings } from '../text/strings';

/** What a token's state is made of once layers are taken together: rollout layer by layer, and on request flow. */
export function mountThroughLayers(host: HTMLElement, view: View): Disposable {
  const { l10n, ask, headings } = view;
  host.append(
    h(headings.section, {}, l10n.t(strings.throughLayers)),
    h('p', { class: 'note' }, l10n.t(strings.throughLayersNote)),
  );
  if (!ask) {
    host.append(h('p', { class: 'note' }, l10n.t(strings.needsExtension)));
    return combine();
  }
  const rollout = createRows(view, ask, 'rollout');
  const flow = createRows(view, ask, 'flow');
  const request = h('div', { class: 'controls' });
  const offer = () => {
    flow.clear();
    request.replaceChildren(
      button(l10n.t(strings.computeFlow, { token: nameOf(view) }), () => {
        request.replaceChildren();
        flow.load();
      }),
    );
  };
  host.append(rollout.element, request, flow.element);
  rollout.load();
  offer();
  return combine(
    rollout,
    flow,
    view.store.subscribe(['token'], () => {
      rollout.load();
      offer();
    }),
  );
}

function nameOf({ l10n, shown, store }: View): string {
  return tokenName(l10n, shown.result.tokens, store.get().token);
}

/** One of the two ways as a picture: layers down, tokens across. */
function createRows(
  view: View,
  ask: NonNullable<View['ask']>,
  way: 'rollout' | 'flow',
): Disposable & { element: HTMLElement; load(): void; clear(): void } {
  const { l10n, shown, store } = view;
  const { tokens, model } = shown.result;
  const element = h('div', {});
  let rows: number[][] | null = null;
  let redraw = (): void => undefined;
  const figure = createHeatmapFigure({
    view,
    note: l10n.t(way === 'rollout' ? strings.rolloutNote : strings.attentionFlowNote),
    shape: 'rows',
    keys: strings.mapKeysOpen,
    onChoose: ({ row, column }) => {
      lockToken(view, column);
      if (way === 'rollout') view.openMap({ layer: row, head: 'mean' });
    },
  });
  const loading = createLoading({
    view,
    spoken: false,
    async load(signal, onProgress) {
      const query = store.get().token;
      const title = l10n.t(way === 'rollout' ? strings.rolloutOf : strings.attentionFlowOf, {
        token: nameOf(view),
      });
      const read = await ask('throughLayers', { way, query }, { signal, onProgress });
      if (signal.aborted) return;
      rows = read.rows;
      redraw = () => show(title);
      redraw();
      element.replaceChildren(loading.element, figure.element);
    },
    failed: (error) => (error instanceof Error ? error.message : l10n.t(strings.partFailed)),
  });
  element.append(loading.element);

  function show(title: string): void {
    if (!rows) return;
    const all = rows;
    const sink = sinkTakenOut(view);
    const blank = l10n.t(strings.mapPooledSink, {
      token: sink === null ? '' : tokenName(l10n, tokens, sink),
    });
    figure.setHeading(title);
    figure.show({
      grid: {
        name: way,
        maps: { layer: 'each', head: 'mean' },
        treated: 'raw',
        title,
        treatment: sink === null ? '' : blank,
        rows: all.length,
        columns: tokens.length,
        values: Float32Array.from(all.flatMap((row) => row.map((share, at) => (at === sink ? NaN : share)))),
        rowsTitle: l10n.t(strings.layerAxis),
        columnsTitle: l10n.t(strings.inputs),
        valuesTitle: l10n.t(strings.share),
        // Flow is told after the last layer alone.
        rowLabel: (row) => String(way === 'flow' ? model.layers - 1 : row),
        columnLabel: (column) => tokenName(l10n, tokens, column),
        columnFields: (column) => cellFields(tokens, column, 1),
        format: l10n.percent,
      },
      bands: bandsOf(shown, l10n, 1).map((band) => ({ ...band, columnsOnly: true })),
    });
  }

  return {
    element,
    load: loading.load,
    clear() {
      loading.stop();
      rows = null;
      element.replaceChildren(loading.element);
    },
    dispose: combine(
      loading,
      figure,
      store.subscribe(['palette', 'sink'], () => redraw()),
    ).dispose,
  };
}
