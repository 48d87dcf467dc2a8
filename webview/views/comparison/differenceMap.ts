import { lastQueries } from '../../../src/comparison/differenceMap';
import { headName, layerName, mapName } from '../../../src/describe/names';
import { combine } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { chooser } from '../../dom/toolkit';
import { createDifferenceFigure } from '../../figures/heatmap/differenceFigure';
import { createLoading } from '../../figures/loading';
import { rangeFields, rangeName } from '../../text/names';
import { treatedAs } from '../../text/treatment';
import { strings } from '../../text/strings';
import type { MountComparison } from './comparisonView';
import { byGroups, byToken, type ShownDifferences } from './differences';

/** Tokens of a prompt from which on whole maps are too large to be compared token by token: 16 MB each. */
const MOST_TOKENS = 2048;
/** Rows of longer prompts that are shown token by token. */
const MOST_ROWS = 512;

/** The map of the chosen layer and head after, minus that before, over the tokens that both prompts have. */
export const mountDifferenceMap: MountComparison = (host, compared) => {
  const { comparison, after, maps, view } = compared;
  const { l10n, store } = view;
  const { alignment, model } = comparison;
  const longest = Math.max(comparison.before.tokens, comparison.after.tokens);
  const isLong = longest > MOST_TOKENS;
  const queries = lastQueries(alignment, isLong ? MOST_ROWS : longest);
  if (!queries) {
    host.append(
      h('h2', {}, l10n.t(strings.differenceMap)),
      h('p', { class: 'note' }, l10n.t(strings.differenceNone)),
    );
    return combine();
  }
  const coarse = l10n.t(strings.differenceCoarse);
  const last = byToken(compared, queries, coarse);
  const whole = isLong ? byGroups(compared, coarse) : null;
  let isWhole = whole !== null;
  let differences: ((sinkHidden: boolean) => ShownDifferences) | null = null;
  const note = l10n.t(strings.differenceNote, {
    removed: comparison.before.tokens - alignment.common,
    inserted: comparison.after.tokens - alignment.common,
  });
  const figure = createDifferenceFigure(view, { note });
  const layer = chooser(
    l10n.t(strings.layerChoice),
    Array.from({ length: model.layers }, (_, at) => ({ value: String(at), text: l10n.say(layerName(at)) })),
    String(store.get().layer),
    (value) => store.set({ layer: Number(value) }),
  );
  const hasHeads = maps.before.hasHeads && maps.after.hasHeads;
  const head = chooser(
    l10n.t(strings.headChoice),
    [
      { value: 'mean', text: l10n.say(headName('mean')) },
      ...Array.from({ length: hasHeads ? model.heads : 0 }, (_, at) => ({
        value: String(at),
        text: l10n.say(headName(at)),
      })),
    ],
    String(store.get().head),
    (value) => store.set({ head: value === 'mean' ? 'mean' : Number(value) }),
  );
  const extent =
    whole &&
    chooser(
      l10n.t(strings.rows),
      [
        { value: 'whole', text: l10n.t(strings.differenceWhole, { n: whole.size }) },
        { value: 'last', text: l10n.t(strings.differenceLastRows) },
      ],
      'whole',
      (value) => {
        isWhole = value === 'whole';
        loading.load();
      },
    );
  const loading = createLoading({
    view,
    spoken: true,
    async load(signal) {
      differences = null;
      figure.setHeading(title());
      const read = isWhole && whole ? whole.read : last;
      const found = await read(store.get(), signal);
      if (signal.aborted) return;
      differences = found;
      show();
    },
    failed(error) {
      figure.show(null);
      return l10n.t(strings.mapFailed, { message: error instanceof Error ? error.message : String(error) });
    },
  });
  figure.controls.prepend(layer.element, head.element, ...(extent ? [extent.element] : []));
  figure.body.prepend(loading.element);
  host.append(figure.element);

  function title(): string {
    const { layer: at, head: which } = store.get();
    return l10n.t(strings.differenceOf, { map: l10n.say(mapName(at, which)) });
  }

  function extentNote(rows: number): string {
    const most = MOST_TOKENS;
    if (!isWhole || !whole) return l10n.t(strings.differenceLast, { most, n: rows });
    return l10n.t(strings.differenceGroups, { most, n: whole.size });
  }

  function show(): void {
    if (!differences) return;
    const sinkHidden = store.get().sink === 'hidden';
    const map = differences(sinkHidden);
    if (isLong) figure.setNote(`${note} ${extentNote(map.rows)}`);
    const { tokens } = after.result;
    const { layer: at, head: which } = store.get();
    figure.show({
      rows: map.rows,
      columns: map.columns,
      values: map.values,
      name: `difference-layer-${at}-${which}`,
      maps: { layer: at, head: which },
      treated: treatedAs(view, sinkHidden),
      title: title(),
      treatment: '',
      rowLabel: (row) => rangeName(l10n, tokens, ...inSecond(map.rowTokens[row]!)),
      columnLabel: (column) => rangeName(l10n, tokens, ...inSecond(map.columnTokens[column]!)),
      rowFields: (row) => rangeFields(tokens, ...inSecond(map.rowTokens[row]!)),
      columnFields: (column) => rangeFields(tokens, ...inSecond(map.columnTokens[column]!)),
    });
  }

  loading.load();
  return combine(
    loading,
    figure,
    store.subscribe(['layer', 'head'], (state) => {
      layer.set(String(state.layer));
      head.set(String(state.head));
      loading.load();
    }),
    store.subscribe(['sink', 'palette'], show),
  );
};

/** The numbers of tokens in the second prompt, as which they are shown. */
const inSecond = ({ first, last }: ShownDifferences['rowTokens'][number]) =>
  [first.after, last.after] as const;
