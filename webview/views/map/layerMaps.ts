import { layerName } from '../../../src/describe/names';
import { combine, type Disposable } from '../../dom/disposable';
import { poolFor } from '../../../src/attention/pooling';
import { createSmallMapsFigure, SMALL_CELLS } from '../../figures/smallMapsFigure';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';

/** Layers asked for at once: few, so that the first are soon there. */
export const LAYERS_AT_ONCE = 6;

/** Small maps of all layers; choosing one opens it. */
export function mountLayerMaps(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, maps } = view;
  const { model, tokens, attention } = shown.result;
  const all = Array.from({ length: model.layers }, (_, layer) => layer);
  const figure = createSmallMapsFigure({
    view,
    names: all.map((layer) => l10n.say(layerName(layer))),
    title: () => l10n.t(strings.smallLayers),
    files: () => ({ name: 'all-layers', maps: { layer: 'each', head: 'mean' } }),
    label: l10n.t(strings.smallLayers),
    note: l10n.t(strings.smallLayersNote),
    chosen: () => store.get().layer,
    onChoose: (layer) => store.set({ layer }),
    async load(signal, onBlock) {
      const pool = poolFor(tokens.length, SMALL_CELLS);
      const request = { heads: ['mean' as const], firstQuery: 0, endQuery: tokens.length, pool };
      for (let first = 0; first < model.layers; first += LAYERS_AT_ONCE) {
        const layers = all.slice(first, first + LAYERS_AT_ONCE);
        const block = await maps.maps({ ...request, layers }, signal);
        if (signal.aborted) return;
        onBlock(first, block);
      }
    },
    onSink: (layer) => attention.reading.perLayer[layer]?.[attention.sink ?? -1] ?? null,
  });
  host.append(figure.element);
  figure.mark();
  return combine(
    figure,
    store.subscribe(['layer'], figure.mark),
    store.subscribe(['palette', 'sink'], figure.redraw),
  );
}
