import { combine, type Disposable, LatestSignal } from '../disposable';
import { h } from '../dom';
import { createExportMenu } from '../exportMenu';
import { mosaicContent } from '../mosaicContent';
import { createSmallMaps } from '../smallMaps';
import { type View } from '../state';
import { strings } from '../strings';
import { SMALL_CELLS } from './layerMaps';

/** Small maps of the chosen layer's heads in a grid; choosing one opens it. */
export function mountHeadMaps(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, maps } = view;
  const { model, tokens, attention } = shown.result;
  const heading = h('h3', {});
  const tools = h('div', { class: 'figure-tools' });
  host.append(h('div', { class: 'figure-head' }, heading, tools));
  if (!maps.hasHeads) {
    const name = () =>
      (heading.textContent = l10n.t(strings.smallHeads, { layer: String(store.get().layer) }));
    name();
    host.append(h('p', { class: 'note' }, l10n.t(strings.noHeads)));
    return store.subscribe(['layer'], name);
  }
  const latest = new LatestSignal();
  const small = createSmallMaps({
    label: l10n.t(strings.headChoice),
    names: [
      l10n.t(strings.headMean),
      ...Array.from({ length: model.heads }, (_, head) => l10n.t(strings.head, { head: String(head) })),
    ],
    layout: 'grid',
    onChoose: (index) => store.set({ head: index === 0 ? 'mean' : index - 1 }),
  });
  const menu = createExportMenu(view, () =>
    mosaicContent(view, `heads-of-layer-${store.get().layer}`, heading.textContent, small.drawn()),
  );
  tools.append(menu.element);
  host.append(h('p', { class: 'note' }, l10n.t(strings.smallHeadsNote)), small.element);

  function mark(): void {
    const { head, layer } = store.get();
    heading.textContent = l10n.t(strings.smallHeads, { layer: String(layer) });
    menu.setTitle(heading.textContent);
    small.setChosen(head === 'mean' ? 0 : head + 1);
  }

  async function load(): Promise<void> {
    const signal = latest.next();
    const { layer, sink, palette } = store.get();
    const pool = Math.max(1, Math.ceil(tokens.length / SMALL_CELLS));
    const look = { causal: attention.causal, sinkHidden: sink === 'hidden', palette };
    const request = { layers: [layer], firstQuery: 0, endQuery: tokens.length, pool };
    try {
      const mean = await maps.maps({ ...request, heads: ['mean'] }, signal);
      if (!signal.aborted) small.draw(0, mean, look);
      const all = Array.from({ length: model.heads }, (_, head) => head);
      const heads = await maps.maps({ ...request, heads: all }, signal);
      if (!signal.aborted) small.draw(1, heads, look);
    } catch {
      // The large map says what is wrong.
    }
  }

  mark();
  void load();
  return combine(
    latest,
    small,
    menu,
    store.subscribe(['head', 'layer'], mark),
    store.subscribe(['layer', 'palette', 'sink'], () => void load()),
  );
}
