import type { MapKey, MapStore } from './mapStore';

/** Puts whole maps together from blocks of rows, to be stored when all rows are there. */
export interface MapCollector {
  /** `weights` `[queries, keys]` from query `firstQuery` on. */
  add(key: MapKey, firstQuery: number, keys: number, weights: Float32Array): void;
  /** Stores what was collected. */
  finish(): void;
}

/**
 * Starts to collect `maps` maps of a prompt of `tokens`; `undefined` where they would take more than half
 * of the store, as they stand in memory beside it until they are stored.
 */
export function collectMaps(store: MapStore, tokens: number, maps: number): MapCollector | undefined {
  if (4 * tokens * tokens * maps > store.maxBytes / 2) return undefined;
  const collected = new Map<string, { key: MapKey; map: Float32Array }>();
  return {
    add(key, firstQuery, keys, weights) {
      const name = `${key.layer}/${key.head}`;
      let entry = collected.get(name);
      if (!entry) collected.set(name, (entry = { key, map: new Float32Array(tokens * tokens) }));
      for (let row = 0; row * keys < weights.length; row++) {
        entry.map.set(weights.subarray(row * keys, (row + 1) * keys), (firstQuery + row) * tokens);
      }
    },
    finish() {
      for (const { key, map } of collected.values()) store.set(key, map);
    },
  };
}
