import { cellFields, cellName } from '../text/names';
import type { View } from '../state/state';
import { strings } from '../text/strings';
import { mapTreatment, treatedAs } from '../text/treatment';
import type { Matrix } from './matrix';
import type { NumberGrid } from './numberGrid';

/** A small map as it is drawn. */
export interface DrawnMap {
  name: string;
  index: number;
  matrix: Matrix;
  /** Tokens that each row and each column stands for. */
  pool: number;
}

/** All small maps, which are alike in size, as one grid, one below the other: `[map, output token][input token]`. */
export function mapsGrid(
  view: View,
  named: Pick<NumberGrid, 'name' | 'maps' | 'title'>,
  maps: readonly DrawnMap[],
): NumberGrid {
  const { l10n, shown, store } = view;
  const { tokens } = shown.result;
  const { rows, columns } = maps[0]!.matrix;
  const { pool } = maps[0]!;
  const values = new Float32Array(maps.length * rows * columns);
  for (const [at, { matrix }] of maps.entries()) values.set(matrix.values, at * rows * columns);
  return {
    ...named,
    treated: treatedAs(view, store.get().sink === 'hidden'),
    treatment: mapTreatment(view, pool),
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
    rowFields: (row) => ({
      map: maps[Math.floor(row / rows)]!.name,
      ...cellFields(tokens, row % rows, pool),
    }),
    columnFields: (column) => cellFields(tokens, column, pool),
    format: l10n.percent,
  };
}

/** What to read of each small map: its largest weight and between which tokens, and what the sink takes. */
export function summaryGrid(
  { l10n, shown }: View,
  title: string,
  maps: readonly DrawnMap[],
  onSink: (index: number) => number | null,
): NumberGrid {
  const { tokens, attention } = shown.result;
  const { sink } = attention;
  const measures = [l10n.t(strings.largestWeight), l10n.t(strings.outputs), l10n.t(strings.inputs)];
  if (sink !== null) measures.push(l10n.t(strings.onSink));
  const tops = maps.map((map) => topOf(map, sink));
  const shares = maps.map(({ index }) => onSink(index));
  const values = Float32Array.from(
    tops.flatMap((top, at) =>
      [top?.weight ?? NaN, top?.row ?? NaN, top?.column ?? NaN, shares[at] ?? NaN].slice(0, measures.length),
    ),
  );
  return {
    name: 'small-maps',
    maps: { layer: 'each', head: 'each' },
    treated: 'each',
    title,
    treatment: '',
    rows: maps.length,
    columns: measures.length,
    values,
    rowsTitle: l10n.t(strings.mapAxis),
    columnsTitle: '',
    valuesTitle: '',
    rowLabel: (row) => maps[row]!.name,
    columnLabel: (column) => measures[column]!,
    format: l10n.percent,
    text(row, column) {
      const share = shares[row];
      if (column === 3) return typeof share === 'number' ? l10n.percent(share) : '';
      const top = tops[row];
      if (!top) return '';
      if (column === 0) return l10n.percent(top.weight);
      return cellName(l10n, tokens, column === 1 ? top.row : top.column, maps[row]!.pool);
    },
  };
}

/**
 * The largest cell of a map beside the sink's column and the diagonal, which say the same of nearly every map;
 * absent where there is no such cell.
 */
function topOf(
  { matrix: { values, columns }, pool }: DrawnMap,
  sink: number | null,
): { weight: number; row: number; column: number } | null {
  const sinkColumn = sink === null ? -1 : Math.floor(sink / pool);
  let weight = -Infinity;
  let top = -1;
  for (const [at, value] of values.entries()) {
    const column = at % columns;
    const counts = column !== sinkColumn && column !== Math.floor(at / columns);
    if (counts && value > weight) [weight, top] = [value, at];
  }
  return top < 0 ? null : { weight, row: Math.floor(top / columns), column: top % columns };
}
