import { layerName, mapName } from '../../../src/describe/names';
import { paint } from '../../charts/heatmap/heatmapImage';
import { fitScale } from '../../colors/weightScale';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { createLoading } from '../../figures/loading';
import { asShown } from '../../maps/asShown';
import { poolFor } from '../../../src/attention/pooling';
import type { MapBlock } from '../../maps/mapSource';
import { tellingLayer } from '../../state/start';
import { sinkTakenOut, type View } from '../../state/state';
import { strings } from '../../text/strings';

/** Rows and columns that it has at most. */
const CELLS = 128;

/** A small map of the layer that shows most of what the answer is about; it opens the map there. */
export function mountMapPreview(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store, maps } = view;
  const { tokens, attention } = shown.result;
  const layer = tellingLayer(shown.result);
  let block: MapBlock | null = null;
  const canvas = h('canvas', { width: 1, height: 1, 'aria-hidden': 'true' });
  const open = h(
    'button',
    {
      type: 'button',
      class: 'map-preview',
      'aria-label': l10n.t(strings.openMap, { map: l10n.say(mapName(layer, 'mean')) }),
    },
    canvas,
    h('span', { class: 'link' }, l10n.say(layerName(layer))),
  );
  open.addEventListener('click', () => view.openMap({ layer, head: 'mean' }));
  const loading = createLoading({
    view,
    spoken: false,
    async load(signal) {
      const all = { firstQuery: 0, endQuery: tokens.length, pool: poolFor(tokens.length, CELLS) };
      block = await maps.maps({ ...all, layers: [layer], heads: ['mean'] }, signal);
      if (!signal.aborted) draw();
    },
    failed: () => l10n.t(strings.partFailed),
  });
  host.append(h(view.headings.section, {}, l10n.t(strings.placeMap)), open, loading.element);

  function draw(): void {
    if (!block) return;
    const { rows, columns, values } = block;
    const own = asShown(values, block, { causal: attention.causal, sinkOut: sinkTakenOut(view) });
    [canvas.width, canvas.height] = [columns, rows];
    const picture = paint({ rows, columns, values: own }, fitScale(own, 'linear'), store.get().palette.ramp);
    canvas.getContext('2d')!.drawImage(picture, 0, 0);
  }

  loading.load();
  return combine(loading, store.subscribe(['palette', 'sink'], draw));
}
