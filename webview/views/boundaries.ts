import { meanOfLayers } from '../../src/attention/parts';
import { boundaryKeys, uniformWeight } from '../../src/attention/summary/boundaryAttention';
import { describeBoundary } from '../../src/describe/overview';
import { visible } from '../../src/describe/tokenText';
import type { BoundaryAttention, TokenSpan } from '../../src/protocol/attention';
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
  const facts = h('ul', { class: 'facts' });
  figure.element.append(facts);

  /** As the chart has it: without the sink, or with it. */
  function factOf(boundary: BoundaryAttention, isOut: boolean): HTMLElement {
    const share = meanOfLayers(boundary.perLayer[treatmentShown(store.get())]);
    const setup = { causal: shown.result.attention.causal, tokens: shown.result.tokens };
    const even = isOut ? uniformWeight(setup, boundaryKeys(boundary), sink) : boundary.uniform;
    const named = { ...boundary, boundary: visible(boundary.boundary) };
    return h('li', {}, l10n.say(describeBoundary(named, share, even)));
  }

  function show(): void {
    const hidden = store.get().sink === 'hidden';
    const isSink = ({ first, end }: TokenSpan) => first === sink && end === first + 1;
    const isBlank = ({ occurrences }: BoundaryAttention) => hidden && occurrences.every(isSink);
    const rows = boundaries.map((boundary) =>
      isBlank(boundary)
        ? new Array<number>(layers).fill(NaN)
        : boundary.perLayer[treatmentShown(store.get())],
    );
    facts.replaceChildren(
      ...boundaries.filter((one) => !isBlank(one)).map((boundary) => factOf(boundary, hidden)),
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
