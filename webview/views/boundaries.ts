import { describeBoundary } from '../../src/describe/overview';
import { visible } from '../../src/describe/tokenText';
import type { TokenSpan } from '../../src/protocol/attention';
import { combine, type Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import { createHeatmapFigure } from '../figures/heatmap/heatmapFigure';
import { treatmentShown, type View } from '../state/state';
import { lockToken } from '../state/token';
import { strings } from '../text/strings';
import { shareTreatment, treatedAs } from '../text/treatment';

/** How much attention chat markers and written-out boundaries get, layer by layer. */
export function mountBoundaries(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const { boundaries, sink } = shown.result.attention;
  if (boundaries.length === 0) {
    host.append(
      h(view.headings.section, {}, l10n.t(strings.boundaries)),
      h('p', { class: 'note' }, l10n.t(strings.boundariesNone)),
    );
    return combine();
  }
  const { layers } = shown.result.model;
  const figure = createHeatmapFigure({
    view,
    note: l10n.t(strings.boundariesNote),
    shape: 'rows',
    keys: strings.mapKeysOpen,
    onChoose: ({ row, column }) => {
      const first = boundaries[row]!.occurrences[0]?.first;
      if (first !== undefined) lockToken(view, first);
      view.openMap({ layer: column, head: 'mean' });
    },
  });
  host.append(figure.element);
  const places = boundaries.map((boundary) =>
    h('li', {}, l10n.say(describeBoundary({ ...boundary, boundary: visible(boundary.boundary) }))),
  );
  figure.element.append(h('ul', { class: 'facts' }, ...places));

  function show(): void {
    const hidden = store.get().sink === 'hidden';
    const isSink = ({ first, end }: TokenSpan) => first === sink && end === first + 1;
    const rows = boundaries.map(({ perLayer, occurrences }) =>
      hidden && occurrences.every(isSink)
        ? new Array<number>(layers).fill(NaN)
        : perLayer[treatmentShown(store.get())],
    );
    figure.show({
      grid: {
        name: 'boundaries',
        maps: { layer: 'each', head: 'mean' },
        treated: treatedAs(view, hidden),
        title: l10n.t(strings.boundaries),
        treatment: shareTreatment(view, hidden),
        rows: boundaries.length,
        columns: layers,
        values: Float32Array.from(rows.flat()),
        rowsTitle: l10n.t(strings.boundary),
        columnsTitle: l10n.t(strings.layerAxis),
        valuesTitle: l10n.t(strings.share),
        rowLabel: (row) => visible(boundaries[row]!.boundary),
        columnLabel: (column) => String(column),
        shortColumns: true,
        format: l10n.percent,
      },
    });
  }

  show();
  return combine(figure, store.subscribe(['sink', 'palette'], show));
}
