import { shortSegmentName, unmappedName } from '../../src/describe/names';
import { combine, type Disposable } from '../dom/disposable';
import { createHeatmapFigure } from '../figures/heatmap/heatmapFigure';
import { treatmentShown, type View } from '../state/state';
import { strings } from '../text/strings';
import { shareTreatment, treatedAs } from '../text/treatment';

/** What each segment of the prompt reads of each other, in the chosen layer. */
export function mountFlow(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const { flow } = shown.result.attention;
  const { segments } = shown.result;
  const size = flow.groups.length;
  if (size < 2) return combine();
  const names = flow.groups.map((group) => {
    if (group.segment === null)
      return l10n.say(group.label === 'unmapped' ? unmappedName : shortSegmentName(undefined));
    const number = /\d+$/.exec(group.label)?.[0];
    const name = l10n.say(shortSegmentName(segments[group.segment]));
    return number ? `${name} ${number}` : name;
  });
  const figure = createHeatmapFigure({
    view,
    note: l10n.t(strings.flowNote),
    shape: 'rows',
    keys: strings.mapKeysOpen,
    onChoose: () => view.openMap({ layer: store.get().layer, head: 'mean' }),
  });
  host.append(figure.element);

  function show(): void {
    const { layer, sink } = store.get();
    const matrix = flow.perLayer[treatmentShown({ sink })][layer];
    if (!matrix) return;
    figure.show({
      grid: {
        name: `flow-layer-${layer}`,
        maps: { layer, head: 'mean' },
        treated: treatedAs(view, sink === 'hidden'),
        title: l10n.t(strings.flow, { layer: String(layer) }),
        treatment: shareTreatment(view, sink === 'hidden'),
        rows: size,
        columns: size,
        values: Float32Array.from(matrix.flat()),
        rowsTitle: l10n.t(strings.from),
        columnsTitle: l10n.t(strings.to),
        valuesTitle: l10n.t(strings.share),
        rowLabel: (row) => names[row]!,
        columnLabel: (column) => names[column]!,
        shortColumns: true,
        format: l10n.percent,
      },
    });
  }

  show();
  return combine(figure, store.subscribe(['layer', 'sink', 'palette'], show));
}
