import type { Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { createSmallMapsFigure, SMALL_CELLS, type SmallMapsFigure } from '../../figures/smallMapsFigure';
import { poolFor } from '../../../src/attention/pooling';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import type { HeadFigure } from './headFigures';
import type { Shows } from './headMap';

/** So many of the strongest heads are drawn. */
const TOP = 12;

/** The maps of the heads with the largest values, the largest first. */
export function createTopHeads(view: View): Disposable & {
  element: HTMLElement;
  show(figure: HeadFigure, shows: Shows): void;
} {
  const { l10n, shown, store, maps } = view;
  const count = shown.result.tokens.length;
  const element = h('div', {});
  let parts: (SmallMapsFigure | Disposable)[] = [];
  const dispose = () => parts.forEach((part) => part.dispose());

  function show({ title, values, format }: HeadFigure, shows: Shows): void {
    dispose();
    const top = values
      .flatMap((heads, layer) => heads.map((value, head) => ({ layer, head, value })))
      .filter((one): one is typeof one & { value: number } => one.value !== null)
      .filter(({ layer, head }) => shows(layer, head))
      .sort((a, b) => b.value - a.value)
      .slice(0, TOP);
    if (top.length === 0) {
      parts = [];
      element.replaceChildren(h('p', { class: 'note' }, l10n.t(strings.headsNone)));
      return;
    }
    const figure = createSmallMapsFigure({
      view,
      names: top.map(({ layer, head, value }) => `L${layer} H${head}: ${format(value)}`),
      marks: top.map(({ layer, head }) => `L${layer}H${head}`),
      title: () => l10n.t(strings.topHeads, { metric: title }),
      files: () => ({ name: 'top-heads', maps: { layer: 'each', head: 'each' } }),
      label: l10n.t(strings.topHeads, { metric: title }),
      note: l10n.t(strings.topHeadsNote),
      chosen: () => {
        const { layer, head } = store.get();
        const at = top.findIndex((one) => one.layer === layer && one.head === head);
        return at < 0 ? null : at;
      },
      onChoose: (index) => store.set({ layer: top[index]!.layer, head: top[index]!.head }),
      async load(signal, onBlock) {
        for (const [at, { layer, head }] of top.entries()) {
          const request = { layers: [layer], heads: [head], firstQuery: 0, endQuery: count };
          const block = await maps.maps({ ...request, pool: poolFor(count, SMALL_CELLS) }, signal);
          if (signal.aborted) return;
          onBlock(at, block);
        }
      },
      onSink: () => null,
    });
    parts = [
      figure,
      store.subscribe(['head', 'layer'], figure.mark),
      store.subscribe(['palette', 'sink'], figure.redraw),
    ];
    element.replaceChildren(figure.element);
    figure.mark();
  }

  return { element, show, dispose };
}
