import type { L10n } from '../../../src/describe/l10n';
import type { Band } from '../../charts/parts/bands';
import { h } from '../../dom/elements';
import type { Cell } from '../../numbers/matrix';
import type { NumberGrid } from '../../numbers/numberGrid';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { createHeatmapFigure, type HeatmapFigure } from './heatmapFigure';

/** A matrix of differences, after − before, and what its rows and columns are called. */
export type Differences = Omit<NumberGrid, 'valuesTitle' | 'rowsTitle' | 'columnsTitle' | 'format'>;

/** A picture of differences, with its keys, its table and its exports. */
export interface DifferenceFigure extends Pick<
  HeatmapFigure,
  'element' | 'controls' | 'body' | 'setHeading' | 'setNote' | 'dispose'
> {
  /** Shows other differences; `null` leaves the picture empty. */
  show(differences: Differences | null, bands?: readonly Band[]): void;
  /** Draws again, as in other colours. */
  redraw(): void;
}

/** Makes the picture: more in one colour, less in another, nothing where nothing changed. */
export function createDifferenceFigure(
  view: View,
  options: { note: string; onChoose?: (cell: Cell) => void },
): DifferenceFigure {
  const { l10n } = view;
  let shown: [Differences, readonly Band[]] | null = null;
  const figure = createHeatmapFigure({
    view,
    note: options.note,
    shape: 'square',
    keys: strings.differenceKeys,
    emptyReadout: l10n.t(strings.pointHint),
    readout: l10n.t(strings.differenceReadout),
    onChoose: (cell) => options.onChoose?.(cell),
  });
  figure.controls.append(
    h(
      'span',
      { class: 'difference-legend' },
      h('span', { 'data-change': 'more' }, l10n.t(strings.moreThanBefore)),
      h('span', { 'data-change': 'less' }, l10n.t(strings.lessThanBefore)),
    ),
  );

  function redraw(): void {
    if (!shown) return figure.show(null);
    const [differences, bands] = shown;
    const grid: NumberGrid = {
      ...differences,
      rowsTitle: l10n.t(strings.outputs),
      columnsTitle: l10n.t(strings.inputs),
      valuesTitle: l10n.t(strings.difference),
      format: (value) => signedPercent(l10n, value),
    };
    figure.show({ grid, scaleKind: 'diverging', bands });
  }
  return {
    element: figure.element,
    controls: figure.controls,
    body: figure.body,
    setHeading: figure.setHeading,
    setNote: figure.setNote,
    dispose: () => figure.dispose(),
    show(differences, bands = []) {
      shown = differences && [differences, bands];
      redraw();
    },
    redraw,
  };
}

/** A difference of shares, with its sign. */
export function signedPercent({ percent }: Pick<L10n, 'percent'>, difference: number): string {
  if (difference === 0) return percent(0);
  return (difference > 0 ? '+' : '−') + percent(Math.abs(difference));
}
