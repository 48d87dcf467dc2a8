import { headStanding } from '../../../src/attention/heads/headStanding';
import type { HeadLabel } from '../../../src/attention/heads/labels';
import { mapName } from '../../../src/describe/names';
import type { HeadsRead, Metric } from '../../../src/protocol/requests/heads';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { button } from '../../dom/toolkit';
import { createHeatmapFigure } from '../../figures/heatmap/heatmapFigure';
import { createSmallMapsFigure, SMALL_CELLS } from '../../figures/smallMapsFigure';
import { poolFor } from '../../../src/attention/pooling';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { elsewhere, metricFigures } from './headFigures';
import { labelNames } from './labelNames';

/** What is known of all heads. */
export interface KnownHeads {
  read: HeadsRead;
  labels(layer: number, head: number): HeadLabel[];
}

/** The chosen head: its name and labels, its map, its metrics and where it stands among all, and what sections read of each other. */
export function createHeadPage(
  view: View,
  { read, labels }: KnownHeads,
): Disposable & { element: HTMLElement } {
  const { l10n, shown, store, maps, headings } = view;
  const { tokens, attention, model } = shown.result;
  const metrics = metricFigures(view, read.metrics);
  const element = h('section', { class: 'head-page' });
  const chosen = () => {
    const { layer, head } = store.get();
    return head === 'mean' ? null : { layer, head };
  };
  const title = () => {
    const at = chosen();
    return at ? l10n.say(mapName(at.layer, at.head)) : '';
  };
  const map = createSmallMapsFigure({
    view,
    names: [l10n.t(strings.headMapOf)],
    title: () => l10n.t(strings.headMapOf),
    files: () => ({ name: 'head', maps: { layer: store.get().layer, head: store.get().head } }),
    label: l10n.t(strings.headMapOf),
    note: '',
    chosen: () => 0,
    onChoose: () => open(),
    async load(signal, onBlock) {
      const at = chosen();
      if (!at) return;
      const request = { layers: [at.layer], heads: [at.head], firstQuery: 0, endQuery: tokens.length };
      const block = await maps.maps({ ...request, pool: poolFor(tokens.length, SMALL_CELLS) }, signal);
      if (!signal.aborted) onBlock(0, block);
    },
    onSink: () => null,
  });
  const between = createHeatmapFigure({
    view,
    note: l10n.t(strings.flowNote),
    shape: 'rows',
    keys: strings.tableKeys,
    onChoose: () => undefined,
  });

  function open(): void {
    const at = chosen();
    if (at) view.openMap(at);
  }

  function metricTable(layer: number, head: number): HTMLElement {
    const { profile } = read;
    const cell = (text: string) => h('td', {}, text);
    const titles = [
      strings.metric,
      strings.here,
      strings.rankAmong,
      strings.percentile,
      strings.onRandom,
      strings.onTexts,
    ];
    const rows = metrics.map(({ name, title, values, format }) => {
      const standing = headStanding(values, layer, head);
      const number = (value: number | null) => (value === null ? '–' : format(value));
      return h(
        'tr',
        {},
        h('th', { scope: 'row' }, title),
        cell(number(standing?.value ?? null)),
        cell(standing ? `${standing.rank} / ${standing.of}` : '–'),
        cell(standing ? l10n.percent(standing.above) : '–'),
        cell(number(elsewhere(profile?.random[name as Metric], layer, head))),
        cell(number(elsewhere(profile?.texts[name as Metric], layer, head))),
      );
    });
    return h(
      'table',
      { class: 'head-metrics', 'aria-label': title() },
      h('thead', {}, h('tr', {}, ...titles.map((text) => h('th', { scope: 'col' }, l10n.t(text))))),
      h('tbody', {}, ...rows),
    );
  }

  function showBetween(layer: number, head: number): void {
    const { groups } = attention.flow;
    const size = groups.length;
    const from = (layer * model.heads + head) * size * size;
    between.setHeading(l10n.t(strings.headSections));
    between.show({
      grid: {
        name: `sections-layer-${layer}-head-${head}`,
        maps: { layer, head },
        treated: 'raw',
        title: l10n.t(strings.headSections),
        treatment: '',
        rows: size,
        columns: size,
        values: read.between.slice(from, from + size * size),
        rowsTitle: l10n.t(strings.from),
        columnsTitle: l10n.t(strings.to),
        valuesTitle: l10n.t(strings.share),
        rowLabel: (row) => groups[row]!.label,
        columnLabel: (column) => groups[column]!.label,
        format: l10n.percent,
      },
    });
  }

  function show(): void {
    const at = chosen();
    if (!at) {
      element.replaceChildren(h('p', { class: 'note' }, l10n.t(strings.headChooseOne)));
      return;
    }
    const { layer, head } = at;
    const own = labels(layer, head).map((label) => l10n.t(labelNames[label]));
    element.replaceChildren(
      h(headings.part, {}, title()),
      h(
        'p',
        {},
        own.length > 0
          ? l10n.t(strings.headLabels, { labels: own.join(', ') })
          : l10n.t(strings.headNoLabels),
      ),
      h('div', { class: 'controls' }, button(l10n.t(strings.showInMap), open)),
      metricTable(layer, head),
      map.element,
      between.element,
    );
    map.load();
    map.mark();
    showBetween(layer, head);
  }

  show();
  return {
    element,
    dispose: combine(
      map,
      between,
      store.subscribe(['layer', 'head'], show),
      store.subscribe(['palette'], show),
    ).dispose,
  };
}
