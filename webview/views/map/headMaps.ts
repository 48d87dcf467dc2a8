import { headName } from '../../../src/describe/names';
import { readingQueries } from '../../../src/attention/readingPosition';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { poolFor } from '../../../src/attention/pooling';
import { createSmallMapsFigure, SMALL_CELLS } from '../../figures/smallMapsFigure';
import { headsOnRequest } from './headsOnRequest';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';

/** Small maps of the chosen layer's heads in a grid; choosing one opens it. */
export function mountHeadMaps(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, maps } = view;
  const { model, tokens, attention } = shown.result;
  const title = () => l10n.t(strings.smallHeads, { layer: String(store.get().layer) });
  if (!maps.hasHeads) {
    const heading = h(view.headings.part, {}, title());
    host.append(heading, h('p', { class: 'note' }, l10n.t(strings.noHeads)));
    return store.subscribe(['layer'], () => (heading.textContent = title()));
  }
  const all = Array.from({ length: model.heads }, (_, head) => head);
  /** `[head]`: what the sink gets of what is read. */
  let onSink: readonly number[] = [];
  const figure = createSmallMapsFigure({
    view,
    names: ['mean' as const, ...all].map((head) => l10n.say(headName(head))),
    title,
    files: () => {
      const { layer } = store.get();
      return { name: `heads-of-layer-${layer}`, maps: { layer, head: 'each' } };
    },
    label: l10n.t(strings.headChoice),
    note: l10n.t(strings.smallHeadsNote),
    toldPool: poolFor(tokens.length, SMALL_CELLS),
    ...headsOnRequest(view),
    chosen: () => {
      const { head } = store.get();
      return head === 'mean' ? 0 : head + 1;
    },
    onChoose: (index) => store.set({ head: index === 0 ? 'mean' : index - 1 }),
    async load(signal, onBlock) {
      onSink = [];
      const request = { layers: [store.get().layer], firstQuery: 0, endQuery: tokens.length };
      const heads = await maps.maps(
        { ...request, heads: all, pool: poolFor(tokens.length, SMALL_CELLS) },
        signal,
      );
      onBlock(1, heads);
      // A report has single heads in coarser cells than means, never in finer ones.
      onBlock(0, await maps.maps({ ...request, heads: ['mean'], pool: heads.pool }, signal));
      const { reading, sink } = attention;
      if (sink === null) return;
      const read = readingQueries(reading, tokens.length);
      const rows = await maps.maps({ layers: request.layers, heads: all, ...read, pool: 1 }, signal);
      if (!signal.aborted) onSink = all.map((head) => rows.values[head * rows.columns + sink]!);
    },
    onSink: (index) =>
      (index === 0
        ? attention.reading.perLayer[store.get().layer]?.[attention.sink ?? -1]
        : onSink[index - 1]) ?? null,
  });
  host.append(figure.element);
  figure.mark();
  return combine(
    figure,
    store.subscribe(['head', 'layer'], figure.mark),
    store.subscribe(['layer'], figure.load),
    store.subscribe(['palette', 'sink'], figure.redraw),
  );
}
