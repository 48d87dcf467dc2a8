import { sectionName } from '../../src/describe/alert';
import type { SectionMap } from '../../src/protocol/measured/rootCause';
import { signedPercent } from '../figures/heatmap/differenceFigure';
import type { View } from '../state/state';
import { strings } from '../text/strings';
import type { NumberGrid } from './numberGrid';

/** Sections by layers: what was seen, what the baseline expects, and how they differ. */
export function sectionGrids({ l10n }: View, { sections, seen, expected }: SectionMap) {
  const names = sections.map((section) => l10n.say(sectionName(section)));
  const columns = seen[0]?.length ?? 0;
  const grid = (name: string, title: string, values: number[], format = l10n.percent): NumberGrid => ({
    name: `alert-${name}`,
    maps: { layer: 'each', head: 'mean' },
    treated: 'raw',
    title: l10n.t(title),
    treatment: '',
    rows: sections.length,
    columns,
    values: Float32Array.from(values),
    rowsTitle: l10n.t(strings.part),
    columnsTitle: l10n.t(strings.layerAxis),
    valuesTitle: l10n.t(strings.share),
    rowLabel: (row) => names[row]!,
    columnLabel: (column) => String(column),
    shortColumns: true,
    format,
  });
  const [own, normal] = [seen, expected].map((rows) => rows.flat().map((value) => value ?? NaN));
  return {
    seen: grid('seen', strings.alertSeen, own!),
    expected: grid('expected', strings.alertExpected, normal!),
    difference: grid(
      'difference',
      strings.alertDifference,
      own!.map((value, at) => value - normal![at]!),
      (value) => signedPercent(l10n, value),
    ),
  };
}
