import { mapFile } from '../export/fileName';
import { mapName } from '../../src/describe/names';
import type { MapBlock } from '../maps/mapSource';
import { asShown } from '../maps/asShown';
import { sinkTakenOut, type View } from '../state/state';
import { cellFields, cellName } from '../text/names';
import { strings } from '../text/strings';
import { mapTreatment, treatedAs } from '../text/treatment';
import type { NumberGrid } from './numberGrid';

/** The map of the chosen layer and head, as it is shown: `[output token][input token]`, or blocks of them. */
export function mapGrid(view: View, block: MapBlock): NumberGrid {
  const { l10n, shown, store } = view;
  const { rows, columns, pool } = block;
  const { tokens, attention } = shown.result;
  const { layer, head } = store.get();
  const label = (cell: number) => cellName(l10n, tokens, cell, pool);
  return {
    name: mapFile(layer, head),
    maps: { layer, head },
    treated: treatedAs(view, store.get().sink === 'hidden'),
    title: l10n.t(strings.mapTitle, { map: l10n.say(mapName(layer, head)) }),
    treatment: mapTreatment(view, pool),
    rows,
    columns,
    values: asShown(block.values, block, { causal: attention.causal, sinkOut: sinkTakenOut(view) }),
    rowsTitle: l10n.t(strings.outputs),
    columnsTitle: l10n.t(strings.inputs),
    valuesTitle: l10n.t(strings.weight),
    rowLabel: label,
    columnLabel: label,
    rowFields: (row) => cellFields(tokens, row, pool),
    columnFields: (column) => cellFields(tokens, column, pool),
    format: l10n.percent,
  };
}
