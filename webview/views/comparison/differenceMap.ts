import { differenceMap, lastQueries, type DifferenceMap } from '../../../src/comparison/differenceMap';
import { headName, layerName, mapName } from '../../../src/describe/names';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import type { TokenSpan } from '../../../src/protocol/attention';
import { combine } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { chooser } from '../../dom/toolkit';
import { createDifferenceFigure } from '../../figures/heatmap/differenceFigure';
import { createLoading } from '../../figures/loading';
import { asShown } from '../../maps/asShown';
import type { MapBlock, MapSource } from '../../maps/mapSource';
import { cellFields, tokenName } from '../../text/names';
import { treatedAs } from '../../text/treatment';
import { strings } from '../../text/strings';
import type { MountComparison } from './comparisonView';

/** Tokens of a prompt from which on whole maps are too large to be compared: 16 MB each. */
const MOST_TOKENS = 2048;
/** Rows of the maps of longer prompts. */
const MOST_ROWS = 512;

/** The map of the chosen layer and head after, minus that before, over the tokens that both prompts have. */
export const mountDifferenceMap: MountComparison = (host, { comparison, before, after, maps, view }) => {
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
  let blocks: { before: MapBlock; after: MapBlock } | null = null;
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
  const loading = createLoading({
    view,
    spoken: true,
    async load(signal) {
      const now = store.get();
      blocks = null;
      figure.setHeading(title());
      const ask = async (source: MapSource, { first, end }: TokenSpan): Promise<MapBlock> => {
        const asked = { layers: [now.layer], heads: [now.head], firstQuery: first, endQuery: end, pool: 1 };
        return { ...(await source.maps(asked, signal)), rowsBefore: first };
      };
      // One after the other: the process reads one prompt at a time.
      const was = await ask(maps.before, queries.before);
      const is = await ask(maps.after, queries.after);
      if (signal.aborted) return;
      // Cells of several tokens have no partners.
      if (was.pool !== 1 || is.pool !== 1) throw new Error(l10n.t(strings.differenceCoarse));
      blocks = { before: was, after: is };
      show();
    },
    failed(error) {
      figure.show(null);
      return l10n.t(strings.mapFailed, { message: error instanceof Error ? error.message : String(error) });
    },
  });
  figure.controls.prepend(layer.element, head.element);
  figure.body.prepend(loading.element);
  host.append(figure.element);

  function title(): string {
    const { layer: at, head: which } = store.get();
    return l10n.t(strings.differenceOf, { map: l10n.say(mapName(at, which)) });
  }

  function differences(): DifferenceMap | null {
    if (!blocks) return null;
    const own = (block: MapBlock, { attention }: AnalysisResult) => {
      const sinkOut = store.get().sink === 'hidden' ? attention.sink : null;
      return { ...block, values: asShown(block.values, block, { causal: attention.causal, sinkOut }) };
    };
    return differenceMap(own(blocks.before, before.result), own(blocks.after, after.result), alignment);
  }

  function show(): void {
    const map = differences();
    if (!map) return;
    if (isLong)
      figure.setNote(`${note} ${l10n.t(strings.differenceLast, { most: MOST_TOKENS, n: map.rows })}`);
    const { tokens } = after.result;
    const { layer: at, head: which } = store.get();
    figure.show({
      rows: map.rows,
      columns: map.columns,
      values: map.values,
      name: `difference-layer-${at}-${which}`,
      maps: { layer: at, head: which },
      treated: treatedAs(view, store.get().sink === 'hidden'),
      title: title(),
      treatment: '',
      rowLabel: (row) => tokenName(l10n, tokens, map.rowTokens[row]!.after),
      columnLabel: (column) => tokenName(l10n, tokens, map.columnTokens[column]!.after),
      rowFields: (row) => cellFields(tokens, map.rowTokens[row]!.after, 1),
      columnFields: (column) => cellFields(tokens, map.columnTokens[column]!.after, 1),
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
