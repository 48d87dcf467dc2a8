import { type Anomaly } from '../../src/protocol/attention';
import { type Cell } from '../charts/cell';
import { wholeWindow } from '../charts/mapWindow';
import { combine, type Disposable } from '../disposable';
import { h } from '../dom';
import { createExportMenu } from '../figures/exportMenu';
import { createGridTable, type GridTable } from '../figures/gridTable';
import { createHeatmapFigure } from '../figures/heatmapFigure';
import { tokenName } from '../names';
import { type NumberGrid } from '../charts/numberGrid';
import { type View } from '../state';
import { strings } from '../strings';
import { chooser } from '../toolkit';

/** Rows of attention that rest on one token: how many in each layer, and the list. */
export function mountAnomalies(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const { anomalies } = shown.result.attention;
  const threshold = l10n.number(anomalies.threshold);
  const lists = { filtered: anomalies.withoutSinkAndSelf, plain: anomalies.plain };
  let list: keyof typeof lists = 'filtered';
  let table: GridTable | null = null;

  const figure = createHeatmapFigure({
    view,
    heading: l10n.t(strings.anomalies),
    level: 2,
    note: l10n.t(strings.anomaliesNote, { threshold }),
    shape: 'rows',
    onChoose: ({ column }) => view.openMap({ layer: column, head: 'mean' }),
  });
  const choice = chooser(
    l10n.t(strings.anomaliesList),
    [
      { value: 'filtered', text: l10n.t(strings.anomaliesFiltered) },
      { value: 'plain', text: l10n.t(strings.anomaliesPlain) },
    ],
    list,
    (value) => {
      list = value === 'plain' ? 'plain' : 'filtered';
      showList();
    },
  );
  const listHost = h('div', { class: 'anomaly-list' });
  const listName = () => l10n.t(list === 'plain' ? strings.anomaliesPlain : strings.anomaliesFiltered);
  const menu = createExportMenu(view, {
    numbers() {
      const items = lists[list];
      if (items.length === 0) return null;
      const grid = exportGrid(view, items, list, listName());
      return { grid, part: wholeWindow(grid.rows, grid.columns) };
    },
  });
  figure.element.append(
    h(
      'div',
      { class: 'figure-head' },
      h('h3', {}, l10n.t(strings.anomaliesList)),
      h('div', { class: 'figure-tools' }, menu.element),
    ),
    h('div', { class: 'controls' }, choice.element),
    listHost,
  );
  host.append(figure.element);

  function showCounts(): void {
    const { layers } = shown.result.model;
    const values = new Float32Array(2 * layers);
    for (const { layer } of lists.plain) values[layer]! += 1;
    for (const { layer } of lists.filtered) values[layers + layer]! += 1;
    const names = [l10n.t(strings.anomaliesPlain), l10n.t(strings.anomaliesFiltered)];
    const ticks = [l10n.t(strings.anomaliesPlainShort), l10n.t(strings.anomaliesFilteredShort)];
    figure.setHeading(l10n.t(strings.anomalies));
    figure.show({
      grid: {
        name: 'anomalies-per-layer',
        title: l10n.t(strings.anomaliesPerLayer, { threshold }),
        rows: 2,
        columns: layers,
        values,
        rowsTitle: l10n.t(strings.rule),
        columnsTitle: l10n.t(strings.layerAxis),
        valuesTitle: l10n.t(strings.rows),
        rowLabel: (row) => names[row]!,
        rowTick: (row) => ticks[row]!,
        columnLabel: (column) => String(column),
        shortColumns: true,
        format: l10n.number,
      },
      scaleKind: 'linear',
      bands: [],
    });
  }

  function showList(): void {
    menu.setTitle(listName());
    table?.dispose();
    table = null;
    const items = lists[list];
    if (items.length === 0) {
      listHost.replaceChildren(h('p', { class: 'note' }, l10n.t(strings.anomaliesNone, { threshold })));
      return;
    }
    let cursor: Cell | null = null;
    const made = createGridTable({
      label: listName(),
      grid: listGrid(view, items),
      widths: { heading: 48, column: 122 },
      cursor: () => cursor,
      onCursor: (cell) => {
        cursor = cell;
        made.update(true);
      },
      onChoose: ({ row }) => {
        const { layer, output, focus } = items[row]!;
        view.openMap({ layer, head: 'mean', cursor: { row: output, column: focus } });
      },
    });
    table = made;
    listHost.replaceChildren(made.element);
    made.update(false);
  }

  showCounts();
  showList();
  return combine(figure, menu, { dispose: () => table?.dispose() }, store.subscribe(['palette'], showCounts));
}

/** `[item][layer, output, focus, concentration]`, tokens by name. */
function listGrid({ l10n, shown }: View, items: readonly Anomaly[]): NumberGrid {
  const { tokens } = shown.result;
  const titles = [strings.layerAxis, strings.outputs, strings.inputs, strings.concentration];
  const values = Float32Array.from(
    items.flatMap(({ layer, output, focus, concentration }) => [layer, output, focus, concentration]),
  );
  return {
    name: 'anomalies',
    title: l10n.t(strings.anomalies),
    rows: items.length,
    columns: 4,
    values,
    rowsTitle: '#',
    columnsTitle: '',
    valuesTitle: '',
    rowLabel: (row) => String(row + 1),
    columnLabel: (column) => l10n.t(titles[column]!),
    format: l10n.weight,
    text(row, column) {
      const { layer, output, focus, concentration } = items[row]!;
      if (column === 0) return String(layer);
      if (column === 3) return l10n.weight(concentration);
      return tokenName(l10n, tokens, column === 1 ? output : focus);
    },
  };
}

/** The same to write out: tokens by their number, each row named by its two tokens. */
function exportGrid(view: View, items: readonly Anomaly[], list: string, title: string): NumberGrid {
  const { l10n, shown } = view;
  const { tokens } = shown.result;
  const pair = (output: string, focus: string) => l10n.t(strings.anomalyPair, { output, focus });
  return {
    ...listGrid(view, items),
    name: `anomalies-${list}`,
    title,
    rowsTitle: pair(l10n.t(strings.outputs), l10n.t(strings.inputs)),
    rowLabel: (row) => {
      const { output, focus } = items[row]!;
      return pair(tokenName(l10n, tokens, output), tokenName(l10n, tokens, focus));
    },
  };
}
