import { cellName } from './names';
import { type NumberGrid } from './numberGrid';
import { type DrawnMap } from './smallMaps';
import { type View } from './state';
import { strings } from './strings';

/** All small maps as one grid, one below the other: `[map, output token][input token]`. */
export function mapsGrid(
  { l10n, shown }: View,
  name: string,
  title: string,
  maps: readonly DrawnMap[],
): NumberGrid {
  const { tokens } = shown.result;
  const { rows, columns } = maps[0]!.matrix;
  const { pool } = maps[0]!;
  const values = new Float32Array(maps.length * rows * columns);
  for (const [at, { matrix }] of maps.entries()) values.set(matrix.values, at * rows * columns);
  return {
    name,
    title,
    rows: maps.length * rows,
    columns,
    values,
    rowsTitle: l10n.t(strings.outputs),
    columnsTitle: l10n.t(strings.inputs),
    valuesTitle: l10n.t(strings.weight),
    rowLabel: (row) =>
      l10n.t(strings.smallRow, {
        map: maps[Math.floor(row / rows)]!.name,
        token: cellName(l10n, tokens, row % rows, pool),
      }),
    columnLabel: (column) => cellName(l10n, tokens, column, pool),
    format: l10n.weight,
  };
}

/** What to read of each small map: its largest weight and between which tokens, and what the first token takes. */
export function summaryGrid(
  { l10n, shown }: View,
  title: string,
  maps: readonly DrawnMap[],
  lastOnFirst: (index: number) => number | null,
): NumberGrid {
  const { tokens } = shown.result;
  const measures = [
    l10n.t(strings.largestWeight),
    l10n.t(strings.outputs),
    l10n.t(strings.inputs),
    l10n.t(strings.lastOnFirst),
  ];
  const tops = maps.map((map) => ({ ...topOf(map), share: lastOnFirst(map.index) }));
  const values = Float32Array.from(
    tops.flatMap(({ weight, row, column, share }) => [weight, row, column, share ?? NaN]),
  );
  return {
    name: 'small-maps',
    title,
    rows: maps.length,
    columns: measures.length,
    values,
    rowsTitle: l10n.t(strings.mapAxis),
    columnsTitle: '',
    valuesTitle: '',
    rowLabel: (row) => maps[row]!.name,
    columnLabel: (column) => measures[column]!,
    format: l10n.weight,
    text(row, column) {
      const { weight, row: output, column: input, share } = tops[row]!;
      if (column === 0) return l10n.weight(weight);
      if (column === 3) return share === null ? '' : l10n.percent(share);
      return cellName(l10n, tokens, column === 1 ? output : input, maps[row]!.pool);
    },
  };
}

/** The largest cell of a map; absent cells never win. */
function topOf({ matrix: { values, columns } }: DrawnMap): { weight: number; row: number; column: number } {
  let weight = -Infinity;
  let top = 0;
  for (const [at, value] of values.entries()) if (value > weight) [weight, top] = [value, at];
  return { weight, row: Math.floor(top / columns), column: top % columns };
}
