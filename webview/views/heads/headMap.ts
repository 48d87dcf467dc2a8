import { meanOfHeads } from '../../../src/attention/patterns/patterns';
import { combine, type Disposable } from '../../dom/disposable';
import { createHeatmapFigure } from '../../figures/heatmap/heatmapFigure';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { type HeadFigure, onlyShown } from './headFigures';

/** Which heads are shown. */
export type Shows = (layer: number, head: number) => boolean;

/** All heads by one figure: heads down, layers across, the mean of the heads below. Choosing one chooses the head. */
export function createHeadMap(view: View): Disposable & {
  element: HTMLElement;
  show(figure: HeadFigure, shows: Shows): void;
} {
  const { l10n, shown, store } = view;
  const { layers, heads } = shown.result.model;
  let redraw = (): void => undefined;
  const map = createHeatmapFigure({
    view,
    note: '',
    hint: l10n.t(strings.headMapHint),
    shape: 'rows',
    keys: strings.headMapKeys,
    onChoose: ({ row, column }) => store.set({ layer: column, head: row < heads ? row : 'mean' }),
  });
  function mark(): void {
    const { layer, head } = store.get();
    map.setMark({ row: head === 'mean' ? null : head, column: layer });
  }
  function show({ name, title, values, format }: HeadFigure, shows: Shows): void {
    const seen = onlyShown(values, shows);
    const means = meanOfHeads(seen);
    map.setHeading(title);
    map.show({
      grid: {
        name: `heads-${name}`,
        maps: { layer: 'each', head: 'each' },
        treated: 'raw',
        title,
        treatment: '',
        rows: heads + 1,
        columns: layers,
        values: Float32Array.from({ length: (heads + 1) * layers }, (_, at) => {
          const [head, layer] = [Math.floor(at / layers), at % layers];
          return (head < heads ? seen[layer]?.[head] : means[layer]) ?? NaN;
        }),
        rowsTitle: l10n.t(strings.headAxis),
        columnsTitle: l10n.t(strings.layerAxis),
        valuesTitle: title,
        rowLabel: (row) => (row < heads ? String(row) : l10n.t(strings.meanOfHeads)),
        rowTick: (row) => (row < heads ? String(row) : l10n.t(strings.meanShort)),
        columnLabel: (column) => String(column),
        shortColumns: true,
        format,
      },
    });
    mark();
  }
  return {
    element: map.element,
    show(figure, shows) {
      redraw = () => show(figure, shows);
      redraw();
    },
    dispose: combine(
      map,
      store.subscribe(['palette'], () => redraw()),
      store.subscribe(['layer', 'head'], mark),
    ).dispose,
  };
}
