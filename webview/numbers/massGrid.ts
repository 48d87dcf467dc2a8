import { isOneSegment, partsOf, sharesPerLayer, type Part } from '../../src/attention/parts';
import { partNames, readerName } from '../../src/describe/names';
import { treatmentShown, type View, type ViewState } from '../state/state';
import { strings } from '../text/strings';
import { shareTreatment, treatedAs } from '../text/treatment';
import type { NumberGrid } from './numberGrid';

/** Share of the reading position's attention on each part of the prompt: `[part][layer]`, with the parts of its rows. */
export function massGrid(view: View): { grid: NumberGrid; parts: Part[] } {
  const { l10n, shown, store } = view;
  const { attention, segments } = shown.result;
  const reader = l10n.say(readerName(attention.reading.kind));
  const all = partsOf(shown.result);
  const treatment = treatmentShown({ sink: sinkShown(store.get().sink, all) });
  const hidden = treatment === 'withoutSink';
  const parts = hidden ? withoutSink(all) : all;
  const names = partNames(parts, segments).map(l10n.say);
  const shares = parts.map((part) => sharesPerLayer(attention, part.tokens)[treatment]);
  const grid: NumberGrid = {
    name: 'mass-per-layer',
    maps: { layer: 'each', head: 'mean' },
    treated: treatedAs(view, hidden),
    title: l10n.t(strings.mass, { reader }),
    treatment: shareTreatment(view, hidden),
    rows: parts.length,
    columns: attention.reading.perLayer.length,
    values: Float32Array.from(shares.flat()),
    rowsTitle: l10n.t(strings.part),
    columnsTitle: l10n.t(strings.layerAxis),
    valuesTitle: l10n.t(strings.share),
    rowLabel: (row) => names[row]!,
    columnLabel: (column) => String(column),
    format: l10n.percent,
  };
  return { grid, parts };
}

/** The sink is counted where nothing but a line at 100 % would be left without it. */
function sinkShown(sink: ViewState['sink'], all: readonly Part[]): ViewState['sink'] {
  return isOneSegment(all) && all.every(({ kind }) => kind !== 'finding') ? 'shown' : sink;
}

/** The one segment of a prompt gets all of what is left: a line at 100 % that hides those of its findings. */
function withoutSink(all: readonly Part[]): Part[] {
  return all.filter(({ kind }) => kind === 'finding' || (kind !== 'sink' && !isOneSegment(all)));
}
