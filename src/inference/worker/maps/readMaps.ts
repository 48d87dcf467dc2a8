import { finestPool } from '../../../attention/pooling';
import {
  HEAD_POOL,
  type HeadChoice,
  type InferenceParams,
  type InferenceResult,
} from '../../../protocol/borders/inference';
import type { CheckedModel } from '../models/checkedModel';
import type { LastReadings } from '../run/readPrompt';
import { createDrawing } from './drawing';
import { rowOf } from './keptWeights';
import { collectMaps } from './mapCollector';
import { hashTokens, type MapKey, type MapStore, type RowKind } from './mapStore';
import type { MissingMap, ToRead } from './missingMaps';
import { pooledMap } from './pooledMaps';
import { readSquares } from './readSquares';
import { runForMaps } from './runForMaps';
import { mapsByValues } from './values/byValues';

/**
 * Maps from the store, or from one run of the model for all that the store lacks. What does not fit the
 * store is pooled as it leaves the model and never stands in memory whole.
 */
export async function readMaps(
  model: CheckedModel,
  store: MapStore,
  lastRead: LastReadings,
  params: InferenceParams<'maps'>,
  onChunk: (done: number) => void | Promise<void>,
  signal: AbortSignal,
): Promise<InferenceResult<'maps'>> {
  const { tokenIds, layers, heads, firstQuery, endQuery, average = false, pool, way = 'weights' } = params;
  const n = tokenIds.length;
  const shape = { tokens: n, causal: model.causal };
  const drawing = createDrawing(params, { layers: layers.length, heads: heads.length }, shape);
  const prompt = { model: model.sha256, tokens: hashTokens(tokenIds) };
  const keyOf = (layer: number, head: HeadChoice): MapKey => ({
    ...prompt,
    layer,
    head,
    queries: 'all',
    way,
  });
  // Some rows leave the model on their own, without the rest of their map.
  const rowKind = way === 'weights' ? rowKindOf(model, params) : undefined;

  /** Draws a map, or the part of it that is asked for, from the store; says whether it was there. */
  function drawKept(key: MapKey, into: Float32Array): boolean {
    const map = store.get(key);
    if (map) {
      for (let query = firstQuery; query < endQuery; query++) {
        const row = rowOf(map, shape, query);
        drawing.rows(into, row, query, row.length);
      }
      return true;
    }
    const row = rowKind && store.get({ ...key, queries: rowKind });
    // Single rows are kept exact.
    if (row instanceof Float32Array) {
      if (average) into.set(row.subarray(0, into.length));
      else drawing.rows(into, row, firstQuery, n);
      return true;
    }
    return drawPooled(key, into);
  }

  const isLong = finestPool(n) > 1 && model.inPieces && way === 'weights' && !average && !params.groups;
  /** Side of the squares that a map can be put together from; `null` where it cannot. */
  function sideOf(head: HeadChoice): number | null {
    const side = head === 'mean' ? finestPool(n) : HEAD_POOL;
    const isWhole = firstQuery % side === 0 && (endQuery % side === 0 || endQuery === n);
    return isLong && isWhole && pool % side === 0 ? side : null;
  }

  function drawPooled(key: MapKey, into: Float32Array): boolean {
    const side = sideOf(key.head);
    const map = side !== null && pooledMap(store, key, shape, side, params.by ?? 'largest');
    if (!map) return false;
    for (let cell = firstQuery / side; cell * side < endQuery; cell++)
      drawing.pooledRows(into, map.row(cell), cell, side);
    return true;
  }

  let missing: MissingMap[] = [];
  layers.forEach((layer, l) =>
    heads.forEach((head, h) => {
      const into = drawing.room(l, h);
      // A layer that has fewer heads than others shows 0 for those it lacks.
      if (head !== 'mean' && head >= model.headsOf[layer]!) return;
      if (!drawKept(keyOf(layer, head), into)) missing.push({ layer, head, into });
    }),
  );
  if (missing.length > 0 && missing.every(({ head }) => sideOf(head) !== null)) {
    await readSquares(model, store, lastRead, { tokenIds, prompt, missing }, onChunk);
    missing = missing.filter(({ layer, head, into }) => !drawKept(keyOf(layer, head), into));
  }
  const toRead: ToRead = { params, prompt, missing, rowKind, drawing };
  if (missing.length > 0 && way === 'weights') await runForMaps(model, store, lastRead, toRead, onChunk);
  else if (missing.length > 0) await readByValues(model, store, toRead, onChunk, signal);
  return drawing.finish();
}

async function readByValues(
  model: CheckedModel,
  store: MapStore,
  { params, prompt, missing, drawing }: ToRead,
  onChunk: (done: number) => void | Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { tokenIds, way } = params;
  if (way === undefined || way === 'weights') return;
  const n = tokenIds.length;
  const asked = [...new Set(missing.map(({ layer }) => layer))].map((layer) => ({
    layer,
    heads: missing.filter((one) => one.layer === layer).map(({ head }) => head),
  }));
  const collector = collectMaps(store, { tokens: n, causal: model.causal }, missing.length);
  const onMap = (layer: number, head: HeadChoice, map: Float32Array) => {
    collector?.add({ ...prompt, layer, head, queries: 'all', way }, 0, n, map);
    for (const one of missing)
      if (one.layer === layer && one.head === head) drawing.rows(one.into, map, 0, n);
  };
  const onPart = (done: number) => onChunk(Math.round(done * n));
  await mapsByValues({ model, way, tokenIds, asked, onMap, onPart, signal });
  collector?.finish();
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
