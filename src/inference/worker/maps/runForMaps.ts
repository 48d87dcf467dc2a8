import { finestPool } from '../../../attention/pooling';
import type { CheckedModel } from '../models/checkedModel';
import { NOTHING_READ } from '../run/past';
import { outputsOf, readOn, type TappedBlock } from '../run/promptRun';
import { keepPast, pastOf, type LastReadings } from '../run/readPrompt';
import { collectMaps } from './mapCollector';
import { keepRows, type MapStore } from './mapStore';
import type { ToRead } from './missingMaps';

/**
 * Reads a prompt for maps that the store lacks, and keeps what fits. Of a long prompt, rows in view are read over the
 * keys and values of those before them, where these are known.
 */
export async function runForMaps(
  model: CheckedModel,
  store: MapStore,
  lastRead: LastReadings,
  { params, prompt, missing, rowKind, drawing }: ToRead,
  onChunk: (done: number) => void | Promise<void>,
): Promise<void> {
  const { tokenIds, firstQuery, endQuery } = params;
  const n = tokenIds.length;
  const shape = { tokens: n, causal: model.causal };
  const isLong = finestPool(n) > 1 && model.inPieces;
  const isPart = isLong && endQuery - firstQuery <= n / 2;
  const layersOf = (mean: boolean) => [
    ...new Set(missing.filter(({ head }) => (head === 'mean') === mean).map(({ layer }) => layer)),
  ];
  const single = layersOf(false);
  const maps = rowKind ? [] : single;
  const headMeans = layersOf(true);
  const ofMaps = maps.reduce((sum, layer) => sum + model.headsOf[layer]!, 0);
  const fetched = headMeans.length + ofMaps;
  const kept = isPart ? undefined : collectMaps(store, shape, fetched);

  const onBlock = ({ kind, layer, firstQuery: first, dims, values }: TappedBlock) => {
    const [, count = 0, queries = 0, keys = 0] = dims;
    const isRow = kind === rowKind;
    if (isRow) keepRows(store, { ...prompt, layer, queries: kind }, values, keys);
    for (let h = 0; h < count; h++) {
      const head = kind === 'headMean' ? 'mean' : h;
      const weights = values.subarray(h * queries * keys, (h + 1) * queries * keys);
      if (!isRow) kept?.add({ ...prompt, layer, head, queries: 'all' }, first, keys, weights);
      for (const one of missing) {
        if (one.layer !== layer || one.head !== head) continue;
        if (isRow && params.average) one.into.set(weights.subarray(0, one.into.length));
        else drawing.rows(one.into, weights, first, keys);
      }
    }
  };
  // Later queries change nothing in the rows asked for; they are run only to be kept.
  const end = kept || !model.inPieces ? n : endQuery;
  let past = NOTHING_READ;
  if (isPart) {
    past = pastOf(lastRead, model, tokenIds, firstQuery, end);
    past = await readOn(model, past, {
      tokenIds: tokenIds.slice(past.tokens, firstQuery),
      chunks: past.tokens < firstQuery ? model.chunks(firstQuery, 0, past.tokens) : [],
      ...{ wanted: [], goesOn: true, onBlock },
      onChunk: ({ end: done }) => onChunk(done),
    });
    keepPast(lastRead, model, tokenIds.slice(0, firstQuery), past);
  }
  const read = await readOn(model, past, {
    tokenIds: tokenIds.slice(past.tokens, end),
    chunks: model.chunks(end, fetched, past.tokens),
    wanted: [
      ...outputsOf(model, 'headMean', headMeans),
      ...outputsOf(model, 'map', maps),
      ...(rowKind ? outputsOf(model, rowKind, single) : []),
    ],
    goesOn: isLong && !isPart,
    onBlock,
    onChunk: ({ end: done }) => onChunk(done),
  });
  if (isLong && !isPart) keepPast(lastRead, model, tokenIds.slice(0, end), read);
  kept?.finish();
}
