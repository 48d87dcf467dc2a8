import type { HeadChoice, InferenceParams, InferenceResult } from '../../../protocol/borders/inference';
import type { CheckedModel } from '../models/checkedModel';
import { outputsOf, runPrompt, type TappedBlock } from '../run/promptRun';
import { rowOf, type KeptWeights } from './keptWeights';
import { collectMaps } from './mapCollector';
import { hashTokens, keepRows, type MapStore, type RowKind } from './mapStore';
import { poolRows } from './poolRows';
import { mapsByValues } from './values/byValues';

/**
 * Maps from the store, or from one run of the model for all that the store lacks. What does not fit the
 * store is pooled as it leaves the model and never stands in memory whole.
 */
export async function readMaps(
  model: CheckedModel,
  store: MapStore,
  params: InferenceParams<'maps'>,
  onChunk: (done: number) => void | Promise<void>,
  signal: AbortSignal,
): Promise<InferenceResult<'maps'>> {
  const { tokenIds, layers, heads, firstQuery, endQuery, average = false, pool, way = 'weights' } = params;
  const n = tokenIds.length;
  const rows = average ? 1 : Math.ceil((endQuery - firstQuery) / pool);
  // What no query of a causal model sees is not sent.
  const columns = Math.ceil((model.causal ? endQuery : n) / pool);
  const values = new Float32Array(layers.length * heads.length * rows * columns);
  const target = (layer: number, head: number) =>
    values.subarray(
      (layer * heads.length + head) * rows * columns,
      (layer * heads.length + head + 1) * rows * columns,
    );
  const draw = (into: Float32Array, weights: Float32Array, first: number, keys: number) =>
    average
      ? addMean(into, columns, weights, keys, first - firstQuery, endQuery - firstQuery)
      : poolRows(into, columns, pool, weights, keys, first - firstQuery, endQuery - firstQuery);
  const drawRow = (into: Float32Array, row: Float32Array) =>
    average ? into.set(row.subarray(0, columns)) : draw(into, row, firstQuery, n);
  const shape = { tokens: n, causal: model.causal };
  const drawKept = (into: Float32Array, map: KeptWeights) => {
    for (let query = firstQuery; query < endQuery; query++) {
      const row = rowOf(map, shape, query);
      draw(into, row, query, row.length);
    }
  };

  const prompt = { model: model.sha256, tokens: hashTokens(tokenIds) };
  // Some rows leave the model on their own, without the rest of their map.
  const rowKind = way === 'weights' ? rowKindOf(model, params) : undefined;
  const missing: { layer: number; head: HeadChoice; into: Float32Array }[] = [];
  layers.forEach((layer, l) =>
    heads.forEach((head, h) => {
      const map = store.get({ ...prompt, layer, head, queries: 'all', way });
      const row = map || !rowKind ? undefined : store.get({ ...prompt, layer, head, queries: rowKind });
      if (map) drawKept(target(l, h), map);
      // Single rows are kept exact.
      else if (row instanceof Float32Array) drawRow(target(l, h), row);
      // A layer that has fewer heads than others shows 0 for those it lacks.
      else if (head === 'mean' || head < model.headsOf[layer]!)
        missing.push({ layer, head, into: target(l, h) });
    }),
  );
  if (missing.length === 0) return { rows, columns, values };

  if (way !== 'weights') {
    const asked = [...new Set(missing.map(({ layer }) => layer))].map((layer) => ({
      layer,
      heads: missing.filter((one) => one.layer === layer).map(({ head }) => head),
    }));
    const collector = collectMaps(store, shape, missing.length);
    const onMap = (layer: number, head: HeadChoice, map: Float32Array) => {
      collector?.add({ ...prompt, layer, head, queries: 'all', way }, 0, n, map);
      for (const one of missing) if (one.layer === layer && one.head === head) draw(one.into, map, 0, n);
    };
    const onPart = (done: number) => onChunk(Math.round(done * n));
    await mapsByValues({ model, way, tokenIds, asked, onMap, onPart, signal });
    collector?.finish();
    return { rows, columns, values };
  }

  const layersOf = (mean: boolean) => [
    ...new Set(missing.filter(({ head }) => (head === 'mean') === mean).map(({ layer }) => layer)),
  ];
  const headMeans = layersOf(true);
  const single = layersOf(false);
  const maps = rowKind ? [] : single;
  const fetched = headMeans.length + maps.reduce((sum, layer) => sum + model.headsOf[layer]!, 0);
  const kept = collectMaps(store, shape, fetched);
  const onBlock = ({ kind, layer, firstQuery: first, dims, values }: TappedBlock) => {
    const [, count = 0, queries = 0, keys = 0] = dims;
    const isRow = kind === rowKind;
    if (isRow) keepRows(store, { ...prompt, layer, queries: kind }, values, keys);
    for (let h = 0; h < count; h++) {
      const head = kind === 'headMean' ? 'mean' : h;
      const weights = values.subarray(h * queries * keys, (h + 1) * queries * keys);
      if (!isRow) kept?.add({ ...prompt, layer, head, queries: 'all' }, first, keys, weights);
      for (const asked of missing) {
        if (asked.layer !== layer || asked.head !== head) continue;
        if (isRow) drawRow(asked.into, weights);
        else draw(asked.into, weights, first, keys);
      }
    }
  };
  const all = model.chunks(n, fetched);
  // Later queries change nothing in the rows asked for; they are run only to be kept.
  const chunks = kept ? all : all.filter(({ first }) => first < endQuery);
  const wanted = [
    ...outputsOf(model, 'headMean', headMeans),
    ...outputsOf(model, 'map', maps),
    ...(rowKind ? outputsOf(model, rowKind, single) : []),
  ];
  await runPrompt(model, tokenIds, chunks, wanted, onBlock, ({ end }) => onChunk(end));
  kept?.finish();
  return { rows, columns, values };
}

/** The kind of row that alone is asked for, where the model has it. */
function rowKindOf(
  model: CheckedModel,
  { tokenIds, firstQuery, endQuery, average }: InferenceParams<'maps'>,
): RowKind | undefined {
  const count = tokenIds.length;
  const isAsked: Record<RowKind, boolean> = {
    lastRow: !average && firstQuery === count - 1,
    firstRow: !average && endQuery === 1,
    meanRow: average === true && firstQuery === 0 && endQuery === count,
  };
  const kinds = Object.keys(isAsked) as RowKind[];
  return kinds.find((kind) => isAsked[kind] && model.outputs.some((output) => output.kind === kind));
}

/**
 * Adds to the mean of a part, its rows 0 to `end`, what it gets from `weights` `[rows, keys]`, which begin at its
 * row `first`. `into` is `[columns]`.
 */
function addMean(
  into: Float32Array,
  columns: number,
  weights: Float32Array,
  keys: number,
  first: number,
  end: number,
): void {
  const count = Math.min(keys, columns);
  for (let row = Math.max(0, -first); row < weights.length / keys && first + row < end; row++) {
    for (let key = 0; key < count; key++) into[key]! += weights[row * keys + key]! / end;
  }
}
