import { combine, type Disposable } from '../dom/disposable';
import { createHeatmapFigure } from '../figures/heatmap/heatmapFigure';
import { cellFields, tokenName } from '../text/names';
import { bandsOf } from '../numbers/bands';
import { treatmentShown, type View } from '../state/state';
import { lockToken } from '../state/token';
import { strings } from '../text/strings';
import { shareTreatment, treatedAs } from '../text/treatment';

/** What each token gives to the system prompt, layer by layer, as the prompt goes on. */
export function mountSystem(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const { tokens } = shown.result;
  const { system } = shown.result.attention;
  if (!system) return combine();
  const last = tokens.findLastIndex(
    (token) => token.segment !== null && system.segments.includes(token.segment),
  );
  const own = new Set(Array.from({ length: last + 1 }, (_, query) => query));
  if (own.size === tokens.length) return combine();
  const figure = createHeatmapFigure({
    view,
    note: l10n.t(strings.systemNote),
    shape: 'rows',
    keys: strings.mapKeysOpen,
    onChoose: ({ row, column }) => {
      lockToken(view, column);
      view.openMap({ layer: row, head: 'mean' });
    },
  });
  host.append(figure.element);

  function show(): void {
    const { sink } = store.get();
    const perLayer = system!.perLayer[treatmentShown({ sink })];
    figure.show({
      grid: {
        name: 'system-attention',
        maps: { layer: 'each', head: 'mean' },
        treated: treatedAs(view, sink === 'hidden'),
        title: l10n.t(strings.system),
        treatment: shareTreatment(view, sink === 'hidden'),
        rows: perLayer.length,
        columns: tokens.length,
        // What the system prompt's own tokens give to it is all there is: no news, and it would take the whole ramp.
        values: Float32Array.from(
          perLayer.flatMap((row) => row.map((share, query) => (own.has(query) ? NaN : share))),
        ),
        rowsTitle: l10n.t(strings.layerAxis),
        columnsTitle: l10n.t(strings.outputs),
        valuesTitle: l10n.t(strings.share),
        rowLabel: (row) => String(row),
        columnLabel: (column) => tokenName(l10n, tokens, column),
        columnFields: (column) => cellFields(tokens, column, 1),
        format: l10n.percent,
      },
      // Only columns are tokens here; marks beside the rows would name layers.
      bands: bandsOf(shown, l10n, 1).map((band) => ({ ...band, columnsOnly: true })),
    });
    mark();
  }

  function mark(): void {
    figure.setMark({ row: store.get().layer, column: null });
  }

  show();
  return combine(figure, store.subscribe(['sink', 'palette'], show), store.subscribe(['layer'], mark));
}
