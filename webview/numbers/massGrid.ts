import { type View, type ViewState } from '../state/state';
import { strings } from '../text/strings';
import { shareTreatment } from '../text/treatment';
import { type NumberGrid } from './numberGrid';
import { isOneSegment, type Part } from './parts';

/** Share of the reading position's attention on each part of the prompt: `[part][layer]`, with the parts of its rows. */
export function massGrid(
  { l10n, shown, store }: View,
  all: readonly Part[],
): { grid: NumberGrid; parts: Part[] } {
  const { reading, sink } = shown.result.attention;
  const hidden = sinkHidden(store.get().sink, all);
  const parts = hidden ? withoutSink(all) : [...all];
  const layers = reading.perLayer.length;
  const values = new Float32Array(parts.length * layers);
  for (const [row, part] of parts.entries()) {
    for (const [layer, weights] of reading.perLayer.entries()) {
      const rest = hidden ? 1 - (weights[sink ?? -1] ?? 0) : 1;
      let sum = 0;
      for (const token of part.tokens) if (!hidden || token !== sink) sum += weights[token] ?? 0;
      values[row * layers + layer] = rest > 0 ? sum / rest : 0;
    }
  }
  const grid: NumberGrid = {
    name: 'mass-per-layer',
    title: l10n.t(strings.mass),
    treatment: shareTreatment(l10n, hidden),
    rows: parts.length,
    columns: layers,
    values,
    rowsTitle: l10n.t(strings.part),
    columnsTitle: l10n.t(strings.layerAxis),
    valuesTitle: l10n.t(strings.share),
    rowLabel: (row) => parts[row]!.label,
    columnLabel: (column) => String(column),
    format: l10n.percent,
  };
  return { grid, parts };
}

/** The first token is counted where nothing but a line at 100 % would be left without it. */
function sinkHidden(sink: ViewState['sink'], all: readonly Part[]): boolean {
  return sink === 'hidden' && !(isOneSegment(all) && all.every(({ kind }) => kind !== 'finding'));
}

/** The one segment of a prompt gets all of what is left: a line at 100 % that hides those of its findings. */
function withoutSink(all: readonly Part[]): Part[] {
  return all.filter(({ kind }) => kind === 'finding' || (kind !== 'sink' && !isOneSegment(all)));
}
