import { combine, type Disposable } from '../dom/disposable';
import { createHeatmapFigure } from '../figures/heatmap/heatmapFigure';
import type { View } from '../state/state';
import { strings } from '../text/strings';

/** In how many rows of each layer attention rests on one token. */
export function mountAnomalies(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const { threshold: above, plain, withoutSinkAndSelf, rule, compared } = shown.result.attention.anomalies;
  const { layers } = shown.result.model;
  const threshold = l10n.percent(above);
  const counted = [
    { name: strings.anomaliesPlain, tick: strings.anomaliesPlainShort, rows: plain },
    { name: strings.anomaliesFiltered, tick: strings.anomaliesFilteredShort, rows: withoutSinkAndSelf },
    {
      name: strings.anomaliesUnusual,
      tick: strings.anomaliesUnusualShort,
      rows: compared?.items.slice(0, compared.unusual),
    },
  ].filter((one) => one.rows !== undefined);
  const values = new Float32Array(counted.length * layers);
  for (const [at, { rows }] of counted.entries()) {
    for (const { layer } of rows!) values[at * layers + layer]! += 1;
  }

  const figure = createHeatmapFigure({
    view,
    heading: l10n.t(strings.anomalies),
    note: `${l10n.t(strings.anomaliesNote, { threshold })} ${comparison()}`,
    shape: 'rows',
    keys: strings.mapKeysOpen,
    onChoose: ({ column }) => view.openMap({ layer: column, head: 'mean' }),
  });
  host.append(figure.element);

  /** What became of the honest rule. */
  function comparison(): string {
    if (rule === 'reference') return l10n.t(strings.anomaliesReferenceOnly);
    if (!compared) return l10n.t(strings.anomaliesNoBaseline);
    const { tests, unusual, rate } = compared;
    return l10n.t(strings.anomaliesCompared, { tests, unusual, rate: l10n.percent(rate) });
  }

  function show(): void {
    figure.show({
      grid: {
        name: 'anomalies-per-layer',
        maps: { layer: 'each', head: 'mean' },
        treated: 'each',
        title: l10n.t(strings.anomaliesPerLayer, { threshold }),
        treatment: '',
        rows: counted.length,
        columns: layers,
        values,
        rowsTitle: l10n.t(strings.rule),
        columnsTitle: l10n.t(strings.layerAxis),
        valuesTitle: l10n.t(strings.rows),
        rowLabel: (row) => l10n.t(counted[row]!.name),
        rowTick: (row) => l10n.t(counted[row]!.tick),
        columnLabel: (column) => String(column),
        shortColumns: true,
        format: l10n.number,
      },
    });
  }

  show();
  return combine(figure, store.subscribe(['palette'], show));
}
