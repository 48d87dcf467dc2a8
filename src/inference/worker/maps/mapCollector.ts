import { putRow, weightsOf, type KeptWeights, type MapShape } from './keptWeights';
import type { MapKey, MapStore } from './mapStore';

/** Puts whole maps together from blocks of rows, to be stored when all rows are there. */
export interface MapCollector {
  /** `weights` `[queries, keys]` from query `firstQuery` on. */
  add(key: MapKey, firstQuery: number, keys: number, weights: Float32Array): void;
  /** Stores what was collected; of a prompt that ended before all of its tokens came, the shorter maps under its hash. */
  finish(ended?: { tokens: string; count: number }): void;
}

/**
 * Starts to collect `maps` maps of a prompt: exact, or in 16 bits where they would take more than half of the store
 * otherwise, as they stand in memory beside it until they are in. `undefined` where they do even so. `forms`: what they
 * may be kept in.
 */
export function collectMaps(
  store: MapStore,
  shape: MapShape,
  maps: number,
  forms: readonly (Float32ArrayConstructor | Uint16ArrayConstructor)[] = [Float32Array, Uint16Array],
): MapCollector | undefined {
  const weights = weightsOf(shape);
  const Kept = forms.find(
    ({ BYTES_PER_ELEMENT }) => BYTES_PER_ELEMENT * weights * maps <= store.maxBytes / 2,
  );
  if (!Kept) return undefined;
  const collected = new Map<string, { key: MapKey; map: KeptWeights }>();
  return {
    add(key, firstQuery, keys, block) {
      const name = `${key.layer}/${key.head}`;
      let entry = collected.get(name);
      if (!entry) collected.set(name, (entry = { key, map: new Kept(weights) }));
      for (let row = 0; row * keys < block.length; row++)
        putRow(entry.map, shape, firstQuery + row, block.subarray(row * keys, (row + 1) * keys));
    },
    finish(ended) {
      if (!ended) for (const { key, map } of collected.values()) store.set(key, map);
      else {
        const kept = weightsOf({ ...shape, tokens: ended.count });
        for (const { key, map } of collected.values())
          store.set({ ...key, tokens: ended.tokens }, map.slice(0, kept));
      }
    },
  };
}
