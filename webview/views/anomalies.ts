import { combine, type Disposable } from '../dom/disposable';
import { createHeatmapFigure } from '../figures/heatmap/heatmapFigure';
import type { View } from '../state/state';
import { strings } from '../text/strings';

/** In how many rows of each layer attention rests on one token. */
export function mountAnomalies(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const { threshold: above, plain, withoutSinkAndSelf } = shown.result.attention.anomalies;
  const { layers } = shown.result.model;
  const threshold = l10n.percent(above);
  const names = [l10n.t(strings.anomaliesPlain), l10n.t(strings.anomaliesFiltered)];
  const ticks = [l10n.t(strings.anomaliesPlainShort), l10n.t(strings.anomaliesFilteredShort)];
  const values = new Float32Array(2 * layers);
  for (const { layer } of plain) values[layer]! += 1;
  for (const { layer } of withoutSinkAndSelf) values[layers + layer]! += 1;

  const figure = createHeatmapFigure({
    view,
    heading: l10n.t(strings.anomalies),
    note: l10n.t(strings.anomaliesNote, { threshold }),
    shape: 'rows',
    keys: strings.mapKeysOpen,
    onChoose: ({ column }) => view.openMap({ layer: column, head: 'mean' }),
  });
  host.append(figure.element);

  function show(): void {
    figure.show({
      grid: {
        name: 'anomalies-per-layer',
        maps: { layer: 'each', head: 'mean' },
        treated: 'each',
        title: l10n.t(strings.anomaliesPerLayer, { threshold }),
        treatment: '',
        rows: 2,
        columns: layers,
        values,
        rowsTitle: l10n.t(strings.rule),
        columnsTitle: l10n.t(strings.layerAxis),
        valuesTitle: l10n.t(strings.rows),
        rowLabel: (row) => names[row]!,
        rowTick: (row) => ticks[row]!,
        columnLabel: (column) => String(column),
        shortColumns: true,
        format: l10n.number,
      },
    });
  }

  show();
  return combine(figure, store.subscribe(['palette'], show));
}
