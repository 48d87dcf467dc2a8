import { mapName } from '../../../src/describe/names';
import { readingQueries } from '../../../src/attention/readingPosition';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { poolFor } from '../../../src/attention/pooling';
import { createSmallMapsFigure } from '../../figures/smallMapsFigure';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { headsOnRequest } from './headsOnRequest';
import { LAYERS_AT_ONCE } from './layerMaps';

/** Rows and columns that a map has at most: there are hundreds of them. */
const CELLS = 48;

/** All heads of all layers as one grid of small maps; choosing one opens its map. */
export function mountAllHeads(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, maps } = view;
  const { model, tokens, attention } = shown.result;
  if (!maps.hasHeads) {
    host.append(
      h(view.headings.section, {}, l10n.t(strings.allHeads)),
      h('p', { class: 'note' }, l10n.t(strings.noHeads)),
    );
    return combine();
  }
  const layers = Array.from({ length: model.layers }, (_, layer) => layer);
  const heads = Array.from({ length: model.heads }, (_, head) => head);
  const places = layers.flatMap((layer) => heads.map((head) => ({ layer, head })));
  /** `[layer, head]`: what the sink gets of what is read. */
  let onSink: readonly number[] = [];
  const figure = createSmallMapsFigure({
    view,
    level: 'section',
    names: places.map(({ layer, head }) => l10n.say(mapName(layer, head))),
    marks: places.map(({ layer, head }) => `L${layer}H${head}`),
    matrix: { rows: layers.map((layer) => `L${layer}`), columns: heads.map((head) => `H${head}`) },
    title: () => l10n.t(strings.allHeads),
    files: () => ({ name: 'all-heads', maps: { layer: 'each', head: 'each' } }),
    label: l10n.t(strings.allHeads),
    note: l10n.t(strings.allHeadsNote),
    ...headsOnRequest(view),
    chosen: () => {
      const { layer, head } = store.get();
      return head === 'mean' ? null : layer * heads.length + head;
    },
    onChoose: (index) => view.openMap(places[index]!),
    async load(signal, onBlock) {
      onSink = [];
      const request = { heads, firstQuery: 0, endQuery: tokens.length, pool: poolFor(tokens.length, CELLS) };
      for (let first = 0; first < layers.length; first += LAYERS_AT_ONCE) {
        const block = await maps.maps(
          { ...request, layers: layers.slice(first, first + LAYERS_AT_ONCE) },
          signal,
        );
        if (signal.aborted) return;
        onBlock(first * heads.length, block);
      }
      const { reading, sink } = attention;
      if (sink === null) return;
      const read = readingQueries(reading, tokens.length);
      const rows = await maps.maps({ layers, heads, ...read, pool: 1 }, signal);
      if (!signal.aborted) onSink = places.map((_, at) => rows.values[at * rows.columns + sink]!);
    },
    onSink: (index) => onSink[index] ?? null,
  });
  host.append(figure.element);
  figure.mark();
  return combine(
    figure,
    store.subscribe(['head', 'layer'], figure.mark),
    store.subscribe(['palette', 'sink'], figure.redraw),
  );
}
