import { finestPool, type PooledBy } from '../../../attention/pooling';
import { HEAD_POOL } from '../../../protocol/borders/inference';
import type { CheckedModel } from '../models/checkedModel';
import type { TappedBlock } from '../run/promptRun';
import { collectMaps } from './mapCollector';
import type { MapKey, MapStore } from './mapStore';
import { collectPooled } from './pooledMaps';

/** Keeps what an analysis sees of maps. */
export interface KeptMaps {
  /** Whether head means, and single heads, are kept, so that they are to be fetched. */
  means: boolean;
  heads: boolean;
  /** Takes a block of kind `headMean`. */
  addMean(block: TappedBlock): void;
  /** Takes a block of kind `pooledMap`. */
  addHeads(block: TappedBlock): void;
  finish(): void;
}

/**
 * Starts to keep the head means of a prompt: whole where they fit the store, those of a long prompt in squares where they
 * do not; and the single heads of a long prompt. A prompt that is read again has its maps there already, and
 * memory for a second set is saved.
 */
export function keepMaps(
  model: CheckedModel,
  store: MapStore,
  prompt: Pick<MapKey, 'model' | 'tokens'>,
  tokens: number,
  wanted: { means: boolean; heads: boolean },
): KeptMaps {
  const { layers, causal, headsOf } = model;
  const shape = { tokens, causal };
  const pool = finestPool(tokens);
  const isLong = pool > 1 && model.inPieces;
  const mean = (layer: number): MapKey => ({ ...prompt, layer, head: 'mean', queries: 'all' });
  const single = (layer: number, head: number): MapKey => ({
    ...{ ...prompt, layer, head, queries: 'all' },
    pooled: { pool: HEAD_POOL, by: 'largest' },
  });
  const isThere = (key: (layer: number) => MapKey) => layers.every((_, layer) => store.get(key(layer)));
  const hasSquares = (by: PooledBy) => isThere((layer) => ({ ...mean(layer), pooled: { pool, by } }));
  const lacksMeans =
    wanted.means && !isThere(mean) && !(isLong && hasSquares('largest') && hasSquares('mean'));
  const whole = lacksMeans ? collectMaps(store, shape, layers.length) : undefined;
  const pooled = lacksMeans && !whole && isLong ? collectPooled(store, shape, layers.length) : undefined;
  const squares = { tokens: Math.ceil(tokens / HEAD_POOL), causal };
  const all = headsOf.reduce((sum, count) => sum + count, 0);
  const lacksHeads = wanted.heads && isLong && !isThere((layer) => single(layer, 0));
  const ofHeads = lacksHeads ? collectMaps(store, squares, all, [Uint16Array]) : undefined;
  return {
    means: (whole ?? pooled) !== undefined,
    heads: ofHeads !== undefined,
    addMean({ layer, firstQuery, dims, values }) {
      const keys = dims.at(-1)!;
      whole?.add(mean(layer), firstQuery, keys, values);
      pooled?.add(mean(layer), firstQuery, keys, values);
    },
    addHeads({ layer, firstQuery, dims, values }) {
      const [, count = 0, rows = 0, columns = 0] = dims;
      for (let head = 0; head < count; head++) {
        const own = values.subarray(head * rows * columns, (head + 1) * rows * columns);
        ofHeads?.add(single(layer, head), firstQuery / HEAD_POOL, columns, own);
      }
    },
    finish() {
      whole?.finish();
      pooled?.finish();
      ofHeads?.finish();
    },
  };
}
