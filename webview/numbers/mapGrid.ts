import { mapFile } from '../export/fileName';
import { mapName } from '../../src/describe/names';
import type { L10n } from '../../src/describe/l10n';
import type { HeadChoice, ReadingWay } from '../../src/protocol/borders/inference';
import type { MapBlock } from '../maps/mapSource';
import { asShown } from '../maps/asShown';
import { sinkTakenOut, type View } from '../state/state';
import { cellFields, cellName, tokenName } from '../text/names';
import { strings } from '../text/strings';
import { mapTreatment, treatedAs } from '../text/treatment';
import type { NumberGrid } from './numberGrid';

/** Ways of reading in the names of files. */
const WAY_FILES: Record<Exclude<ReadingWay, 'weights'>, string> = {
  valueNorm: 'value-norm',
  valueZeroing: 'value-zeroing',
};

/** What each way is called. */
export const wayNames: Record<ReadingWay, string> = {
  weights: strings.wayWeights,
  valueNorm: strings.wayValueNorm,
  valueZeroing: strings.wayValueZeroing,
};

/** The head that a way has a map of: values are zeroed in all of them. */
export function headOf(head: HeadChoice, way: ReadingWay): HeadChoice {
  return way === 'valueZeroing' ? 'mean' : head;
}

/** The title of a map; a way of reading other than by weights is no attention and is not called so. */
export function mapTitle(l10n: L10n, layer: number, head: HeadChoice, way: ReadingWay): string {
  if (way === 'weights') return l10n.t(strings.mapTitle, { map: l10n.say(mapName(layer, head)) });
  const map = head === 'mean' ? l10n.t(strings.mapAllHeads, { n: layer }) : l10n.say(mapName(layer, head));
  return l10n.t(strings.mapTitleWay, { way: l10n.t(wayNames[way]), map });
}

/** The map of the chosen layer and head, as it is shown: `[output token][input token]`, or blocks of them. */
export function mapGrid(view: View, block: MapBlock, way: ReadingWay = 'weights'): NumberGrid {
  const { l10n, shown, store } = view;
  const { rows, columns, pool, by, rowsBefore = 0 } = block;
  const { tokens, attention } = shown.result;
  const { layer, head: chosen } = store.get();
  const head = headOf(chosen, way);
  const label = (cell: number) => cellName(l10n, tokens, cell, pool);
  // On an axis a block is named by its first token: a range would leave no room for the text.
  const tick = (cell: number) => tokenName(l10n, tokens, cell * pool);
  const part = partOf(view, block);
  const name = [mapFile(layer, head), ...(way === 'weights' ? [] : [WAY_FILES[way]]), ...part.file].join('-');
  return {
    name,
    maps: { layer, head },
    treated: treatedAs(view, store.get().sink === 'hidden'),
    title: mapTitle(l10n, layer, head, way),
    treatment: [mapTreatment(view, pool, by), ...part.said].join(' '),
    rows,
    columns,
    values: asShown(block.values, block, { causal: attention.causal, sinkOut: sinkTakenOut(view) }),
    rowsTitle: l10n.t(strings.outputs),
    columnsTitle: l10n.t(strings.inputs),
    valuesTitle: l10n.t(way === 'weights' ? strings.weight : strings.share),
    rowLabel: (row) => label(rowsBefore + row),
    columnLabel: label,
    rowTick: (row) => tick(rowsBefore + row),
    columnTick: tick,
    rowFields: (row) => cellFields(tokens, rowsBefore + row, pool),
    columnFields: (column) => cellFields(tokens, column, pool),
    format: l10n.percent,
  };
}

/** What is said of a map of which only some rows are there, and what its file is called after; nothing of a whole one. */
function partOf(
  { l10n, shown }: View,
  { rows, pool, by, rowsBefore }: MapBlock,
): { said: string[]; file: string[] } {
  const file = by === 'mean' ? ['mean-of-squares'] : [];
  if (rowsBefore === undefined) return { said: [], file };
  const count = shown.result.tokens.length;
  const [first, last] = [rowsBefore * pool, Math.min(count, (rowsBefore + rows) * pool) - 1];
  const said = l10n.t(strings.mapRows, { first: String(first), last: String(last), count: String(count) });
  return { said: [said], file: [...file, `rows-${first}-${last}`] };
}
