import type { CheckedModel } from '../models/checkedModel';
import type { TappedBlock } from '../run/promptRun';
import { rowOf, type MapShape } from './keptWeights';
import { hashTokens, type MapStore } from './mapStore';

/** Queries of a block. */
const ROWS = 256;

/**
 * Head means of the first `end` queries of a prompt, as they left the model, from the store; `undefined` where they are not
 * there, or not exact.
 */
export function keptMeans(
  store: MapStore,
  { sha256, layers, causal }: CheckedModel,
  tokenIds: readonly number[],
  end: number,
): Iterable<TappedBlock> | undefined {
  const prompt = { model: sha256, tokens: hashTokens(tokenIds) };
  const maps = layers.flatMap((_, layer) => {
    const map = store.get({ ...prompt, layer, head: 'mean', queries: 'all' });
    return map instanceof Float32Array ? [map] : [];
  });
  if (maps.length < layers.length) return undefined;
  return blocksOf(maps, { tokens: tokenIds.length, causal }, end);
}

function* blocksOf(maps: readonly Float32Array[], shape: MapShape, end: number): Iterable<TappedBlock> {
  for (const [layer, map] of maps.entries())
    for (let firstQuery = 0; firstQuery < end; firstQuery += ROWS) {
      const rows = Math.min(ROWS, end - firstQuery);
      const keys = shape.causal ? firstQuery + rows : end;
      const values = new Float32Array(rows * keys);
      for (let row = 0; row < rows; row++)
        values.set(rowOf(map, shape, firstQuery + row).subarray(0, keys), row * keys);
      yield { kind: 'headMean', layer, firstQuery, dims: [1, 1, rows, keys], values };
    }
}
