import { layerName, readerName } from '../../src/describe/names';
import { combine, type Disposable } from '../dom/disposable';
import { createLineFigure } from '../figures/lineFigure';
import { massGrid } from '../numbers/massGrid';
import { cellText } from '../numbers/numberGrid';
import type { View } from '../state/state';
import { strings } from '../text/strings';

/** Share of the last token's attention on each part of the prompt, layer by layer. */
export function mountMassChart(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const figure = createLineFigure({
    view,
    heading: l10n.t(strings.mass, { reader: l10n.say(readerName(shown.result.attention.reading.kind)) }),
    note: l10n.t(strings.massNote),
    keys: l10n.t(strings.massKeys),
    chosen: () => store.get().layer,
    onChoose: (layer) => store.set({ layer }),
    readout(grid, layer) {
      const shares = Array.from({ length: grid.rows }, (_, row) => row)
        .filter((row) => grid.values[row * grid.columns + layer]! > 0)
        .map((row) => `${grid.rowLabel(row)} ${cellText(grid, row, layer)}`);
      return `${l10n.say(layerName(layer))}: ${shares.join(', ')}`;
    },
  });
  host.append(figure.element);

  function show(): void {
    const { grid, parts } = massGrid(view);
    figure.show({ grid, part: (row) => parts[row]! });
  }

  show();
  return combine(
    figure,
    store.subscribe(['palette', 'sink'], show),
    store.subscribe(['layer'], figure.chosenChanged),
  );
}
