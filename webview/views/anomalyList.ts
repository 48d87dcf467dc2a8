import type { Anomaly, UnusualRow } from '../../src/protocol/attention';
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

/** Which rows a list holds. */
type List = 'unusual' | 'filtered' | 'plain';

/** Rows of attention that rest on one token, one by one; choosing one opens its map. */
export function mountAnomalyList(host: HTMLElement, view: View): Disposable {
  const { l10n, shown } = view;
  const { anomalies } = shown.result.attention;
  const lists: Record<List, readonly (Anomaly | UnusualRow)[]> = {
    unusual: anomalies.compared?.items ?? [],
    filtered: anomalies.withoutSinkAndSelf,
    plain: anomalies.plain,
  };
  const names: Record<List, string> = {
    unusual: l10n.t(strings.anomaliesUnusual),
    filtered: l10n.t(strings.anomaliesFiltered),
    plain: l10n.t(strings.anomaliesPlain),
  };
  const offered = (Object.keys(lists) as List[]).filter((one) => one !== 'unusual' || anomalies.compared);
  let list = anomalies.rule === 'reference' ? 'plain' : offered[0]!;
  let table: GridTable | null = null;
  /** The table is asked for. */
  let wanted = false;

  const choice = chooser(
    l10n.t(strings.anomaliesList),
    offered.map((value) => ({ value, text: names[value] })),
    list,
    (value) => {
      list = value as List;
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
  const name = () => names[list];
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
      const none =
        list === 'unusual'
          ? l10n.t(strings.anomaliesNoneUnusual)
          : l10n.t(strings.anomaliesNone, { threshold });
      tableHost.replaceChildren(h('p', { class: 'note' }, none));
      return;
    }
    if (!wanted) {
      // Of the comparison these are listed, be they unusual or not.
      const text = list === 'unusual' ? strings.anomaliesFarthest : strings.anomaliesCount;
      const count = l10n.t(text, { n: items.length, table: l10n.t(strings.table) });
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

/** What a column says of a row, and its number. */
interface Column<Row> {
  title: string;
  number(row: Row): number;
  text(row: Row): string;
}

/** Tokens by name; of an unusual row also what clean texts have there, and how sure that is. */
function columnsOf({ l10n, shown }: View): { ofAll: Column<Anomaly>[]; ofUnusual: Column<UnusualRow>[] } {
  const { tokens } = shown.result;
  const column = <Row>(title: string, number: Column<Row>['number'], text: (value: number) => string) => ({
    title: l10n.t(title),
    number,
    text: (row: Row) => text(number(row)),
  });
  const token = (at: number) => tokenName(l10n, tokens, at);
  return {
    ofAll: [
      column(strings.layerAxis, ({ layer }) => layer, String),
      column(strings.outputs, ({ output }) => output, token),
      column(strings.inputs, ({ focus }) => focus, token),
      column(strings.concentration, ({ concentration }) => concentration, l10n.percent),
    ],
    ofUnusual: [
      column(strings.expected, ({ expected }) => expected, l10n.percent),
      column(strings.falseDiscovery, ({ adjusted }) => adjusted, l10n.percent),
    ],
  };
}

/** `[item][column]` */
function listGrid(view: View, items: readonly (Anomaly | UnusualRow)[]): NumberGrid {
  const { l10n } = view;
  const { ofAll, ofUnusual } = columnsOf(view);
  const columns: Pick<Column<Anomaly & UnusualRow>, 'title' | 'number' | 'text'>[] =
    items[0] && 'expected' in items[0] ? [...ofAll, ...ofUnusual] : ofAll;
  const rows = items as readonly (Anomaly & UnusualRow)[];
  return {
    name: 'anomalies',
    maps: { layer: 'each', head: 'mean' },
    treated: 'each',
    title: l10n.t(strings.anomalies),
    treatment: '',
    rows: rows.length,
    columns: columns.length,
    values: Float32Array.from(rows.flatMap((row) => columns.map(({ number }) => number(row)))),
    rowsTitle: '#',
    columnsTitle: '',
    valuesTitle: '',
    rowLabel: (row) => String(row + 1),
    columnLabel: (column) => columns[column]!.title,
    format: l10n.percent,
    text: (row, column) => columns[column]!.text(rows[row]!),
  };
}

/** The same to write out: tokens by their number, their texts beside them. */
function exportGrid(
  view: View,
  items: readonly (Anomaly | UnusualRow)[],
  list: List,
  title: string,
): NumberGrid {
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
