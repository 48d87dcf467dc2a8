import { type HeadChoice, type InferenceParams, type InferenceResult } from '../../../protocol/inference';
import { type CheckedModel } from '../models/checkedModel';
import { outputsOf, runPrompt, type TappedBlock } from '../run/promptRun';
import { collectMaps } from './mapCollector';
import { hashTokens, keepLastRows, type MapStore } from './mapStore';
import { poolRows } from './poolRows';

/**
 * Maps from the store, or from one run of the model for all that the store lacks. What does not fit the
 * store is pooled as it leaves the model and never stands in memory whole.
 */
export async function readMaps(
  model: CheckedModel,
  store: MapStore,
  params: InferenceParams<'maps'>,
  onChunk: (done: number) => void,
): Promise<InferenceResult<'maps'>> {
  const { tokenIds, layers, heads, firstQuery, endQuery, pool } = params;
  const n = tokenIds.length;
  const rows = Math.ceil((endQuery - firstQuery) / pool);
  const columns = Math.ceil(n / pool);
  const values = new Float32Array(layers.length * heads.length * rows * columns);
  const target = (layer: number, head: number) =>
    values.subarray(
      (layer * heads.length + head) * rows * columns,
      (layer * heads.length + head + 1) * rows * columns,
    );
  const draw = (into: Float32Array, weights: Float32Array, first: number, keys: number) =>
    poolRows(into, columns, pool, weights, keys, first - firstQuery, endQuery - firstQuery);

  const prompt = { model: model.sha256, tokens: hashTokens(tokenIds) };
  // What the last token attends to leaves the model by itself, without the rows of all the others.
  const lastOnly = firstQuery === n - 1;
  const missing: { layer: number; head: HeadChoice; into: Float32Array }[] = [];
  layers.forEach((layer, l) =>
    heads.forEach((head, h) => {
      const map = store.get({ ...prompt, layer, head, queries: 'all' });
      const row = map || !lastOnly ? undefined : store.get({ ...prompt, layer, head, queries: 'last' });
      if (map) draw(target(l, h), map, 0, n);
      else if (row) draw(target(l, h), row, n - 1, n);
      // A layer that has fewer heads than others shows 0 for those it lacks.
      else if (head === 'mean' || head < model.headsOf[layer]!)
        missing.push({ layer, head, into: target(l, h) });
    }),
  );
  if (missing.length === 0) return { rows, columns, values };

  const layersOf = (mean: boolean) => [
    ...new Set(missing.filter(({ head }) => (head === 'mean') === mean).map(({ layer }) => layer)),
  ];
  const headMeans = layersOf(true);
  const single = layersOf(false);
  const maps = lastOnly ? [] : single;
  const lastRows = lastOnly ? single : [];
  const fetched = headMeans.length + maps.reduce((sum, layer) => sum + model.headsOf[layer]!, 0);
  const kept = collectMaps(store, n, fetched);
  const onBlock = ({ kind, layer, firstQuery: first, dims, values }: TappedBlock) => {
    const [, count = 0, queries = 0, keys = 0] = dims;
    if (kind === 'lastRow') keepLastRows(store, prompt, layer, values, keys);
    for (let h = 0; h < count; h++) {
      const head = kind === 'headMean' ? 'mean' : h;
      const weights = values.subarray(h * queries * keys, (h + 1) * queries * keys);
      if (kind !== 'lastRow') kept?.add({ ...prompt, layer, head, queries: 'all' }, first, keys, weights);
      for (const asked of missing) {
        if (asked.layer === layer && asked.head === head) draw(asked.into, weights, first, keys);
      }
    }
  };
  const all = model.chunks(n, fetched);
  // Later queries change nothing in the rows asked for; they are run only to be kept.
  const chunks = kept ? all : all.filter(({ first }) => first < endQuery);
  const wanted = [
    ...outputsOf(model, 'headMean', headMeans),
    ...outputsOf(model, 'map', maps),
    ...outputsOf(model, 'lastRow', lastRows),
  ];
  await runPrompt(model, tokenIds, chunks, wanted, onBlock, ({ end }) => onChunk(end));
  kept?.finish();
  return { rows, columns, values };
}
