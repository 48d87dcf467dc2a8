import { combine, type Disposable, LatestSignal } from '../disposable';
import { h } from '../dom';
import { createExportMenu } from '../exportMenu';
import { mosaicContent } from '../mosaicContent';
import { createSmallMaps } from '../smallMaps';
import { type View } from '../state';
import { strings } from '../strings';

/** Rows and columns that a small map has at most. */
export const SMALL_CELLS = 96;

/** Layers asked for at once: few, so that the first are soon there. */
const LAYERS_AT_ONCE = 6;

/** Small maps of all layers in a row; choosing one opens it. */
export function mountLayerMaps(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, maps } = view;
  const { model, tokens, attention } = shown.result;
  const latest = new LatestSignal();
  const small = createSmallMaps({
    label: l10n.t(strings.smallLayers),
    names: Array.from({ length: model.layers }, (_, layer) =>
      l10n.t(strings.layer, { layer: String(layer) }),
    ),
    layout: 'row',
    onChoose: (layer) => store.set({ layer }),
  });
  const title = l10n.t(strings.smallLayers);
  const menu = createExportMenu(view, () => mosaicContent(view, 'all-layers', title, small.drawn()));
  menu.setTitle(title);
  host.append(
    h('div', { class: 'figure-head' }, h('h3', {}, title), h('div', { class: 'figure-tools' }, menu.element)),
    h('p', { class: 'note' }, l10n.t(strings.smallLayersNote)),
    small.element,
  );

  async function load(): Promise<void> {
    const signal = latest.next();
    const { palette, sink } = store.get();
    for (let first = 0; first < model.layers; first += LAYERS_AT_ONCE) {
      const layers = Array.from(
        { length: Math.min(LAYERS_AT_ONCE, model.layers - first) },
        (_, i) => first + i,
      );
      const pool = Math.max(1, Math.ceil(tokens.length / SMALL_CELLS));
      try {
        const block = await maps.maps(
          { layers, heads: ['mean'], firstQuery: 0, endQuery: tokens.length, pool },
          signal,
        );
        if (signal.aborted) return;
        small.draw(first, block, { causal: attention.causal, sinkHidden: sink === 'hidden', palette });
      } catch {
        // The large map says what is wrong; small ones that could not be had stay blank.
        return;
      }
    }
  }

  small.setChosen(store.get().layer);
  void load();
  return combine(
    latest,
    small,
    menu,
    store.subscribe(['layer'], ({ layer }) => small.setChosen(layer)),
    store.subscribe(['palette', 'sink'], () => void load()),
  );
}
