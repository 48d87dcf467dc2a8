import type { Anomaly } from '../../src/protocol/attention';
import type { Cell } from '../numbers/matrix';
import type { NumberGrid } from '../numbers/numberGrid';
import { combine, type Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import { createExportMenu } from '../figures/exportMenu';
import { createGridTable, type GridTable } from '../figures/gridTable';
import { visible } from '../../src/describe/tokenText';
import { tokenName } from '../text/names';
import type { View } from '../state/state';
import { strings } from '../text/strings';
import { button, chooser } from '../dom/toolkit';

/** Rows of attention that rest on one token, one by one; choosing one opens its map. */
export function mountAnomalyList(host: HTMLElement, view: View): Disposable {
  const { l10n, shown } = view;
  const { anomalies } = shown.result.attention;
  const lists = { filtered: anomalies.withoutSinkAndSelf, plain: anomalies.plain };
  let list: keyof typeof lists = 'filtered';
  let table: GridTable | null = null;
  /** The table is asked for. */
  let wanted = false;

  const choice = chooser(
    l10n.t(strings.anomaliesList),
    [
      { value: 'filtered', text: l10n.t(strings.anomaliesFiltered) },
      { value: 'plain', text: l10n.t(strings.anomaliesPlain) },
    ],
    list,
    (value) => {
      list = value === 'plain' ? 'plain' : 'filtered';
      show();
    },
  );
  const toggle = button(
    l10n.t(strings.table),
    () => {
      wanted = !wanted;
      show();
    },
    { look: 'quiet' },
  );
  const tableHost = h('div', { class: 'anomaly-list' });
  const name = () => l10n.t(list === 'plain' ? strings.anomaliesPlain : strings.anomaliesFiltered);
  const menu = createExportMenu(view, {
    numbers() {
      const items = lists[list];
      if (items.length === 0) return null;
      return { grid: exportGrid(view, items, list, name()) };
    },
  });
  host.append(
    h(
      'div',
      { class: 'figure-head' },
      h(view.headings.part, {}, l10n.t(strings.anomaliesList)),
      h('div', { class: 'figure-tools' }, toggle, menu.element),
    ),
    h('div', { class: 'controls' }, choice.element),
    tableHost,
  );

  function show(): void {
    menu.setTitle(name());
    toggle.setAttribute('aria-label', l10n.t(strings.tableOf, { title: name() }));
    toggle.setAttribute('aria-pressed', String(wanted));
    table?.dispose();
    table = null;
    const items = lists[list];
    if (items.length === 0) {
      const threshold = l10n.percent(anomalies.threshold);
      tableHost.replaceChildren(h('p', { class: 'note' }, l10n.t(strings.anomaliesNone, { threshold })));
      return;
    }
    if (!wanted) {
      const count = l10n.t(strings.anomaliesCount, { n: items.length, table: l10n.t(strings.table) });
      return tableHost.replaceChildren(h('p', { class: 'note hint' }, count));
    }
    let cursor: Cell | null = null;
    const made = createGridTable({
      l10n,
      label: name(),
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
    tableHost.replaceChildren(made.element);
    made.update(false);
  }

  show();
  return combine(menu, { dispose: () => table?.dispose() });
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
    maps: { layer: 'each', head: 'mean' },
    treated: 'each',
    title: l10n.t(strings.anomalies),
    treatment: '',
    rows: items.length,
    columns: 4,
    values,
    rowsTitle: '#',
    columnsTitle: '',
    valuesTitle: '',
    rowLabel: (row) => String(row + 1),
    columnLabel: (column) => l10n.t(titles[column]!),
    format: l10n.percent,
    text(row, column) {
      const { layer, output, focus, concentration } = items[row]!;
      if (column === 0) return String(layer);
      if (column === 3) return l10n.percent(concentration);
      return tokenName(l10n, tokens, column === 1 ? output : focus);
    },
  };
}

/** The same to write out: tokens by their number, their texts beside them. */
function exportGrid(view: View, items: readonly Anomaly[], list: string, title: string): NumberGrid {
  const { tokens } = view.shown.result;
  return {
    ...listGrid(view, items),
    name: `anomalies-${list}`,
    treated: list === 'plain' ? 'raw' : 'withoutSinkAndSelf',
    title,
    rowFields(row) {
      const { output, focus } = items[row]!;
      const text = (token: number) => visible(tokens[token]?.text ?? '');
      return { 'output text': text(output), 'input text': text(focus) };
    },
  };
}
