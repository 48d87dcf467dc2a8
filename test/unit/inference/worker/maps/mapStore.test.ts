import { describe, expect, it } from 'vitest';
import { collectMaps } from '../../../../../src/inference/worker/maps/mapCollector';
import { rowOf, type MapShape } from '../../../../../src/inference/worker/maps/keptWeights';
import { createMapStore, keepRows, type MapStore } from '../../../../../src/inference/worker/maps/mapStore';

const key = (layer: number) => ({ model: 'm', tokens: 't', layer, head: 'mean', queries: 'all' }) as const;

describe('the store of maps', () => {
  it('stays within its bytes and gives up the least recently used', () => {
    const store = createMapStore(3 * 400);
    for (const layer of [0, 1, 2]) store.set(key(layer), new Float32Array(100));
    store.get(key(0));
    store.set(key(3), new Float32Array(100));
    expect([0, 1, 2, 3].map((layer) => store.get(key(layer)) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(store.bytes).toBe(1_200);
  });

  it('keeps apart what differs in model, tokens, layer, head or queries', () => {
    const store = createMapStore(10_000);
    const base = { model: 'm', tokens: 't', layer: 1, head: 0, queries: 'all' } as const;
    store.set(base, Float32Array.of(1));
    const others = [
      { model: 'n' },
      { tokens: 'u' },
      { layer: 0 },
      { head: 'mean' },
      { queries: 'lastRow' },
    ] as const;
    for (const other of others) {
      expect(store.get({ ...base, ...other })).toBeUndefined();
    }
    expect(store.get({ ...base })).toEqual(Float32Array.of(1));
  });

  it('keeps nothing at 0 bytes', () => {
    const store = createMapStore(0);
    store.set(key(0), new Float32Array(100));
    expect(store.get(key(0))).toBeUndefined();
  });
});

describe('single rows', () => {
  it('are kept by head', () => {
    const store = createMapStore(10_000);
    keepRows(
      store,
      { model: 'm', tokens: 't', layer: 2, queries: 'lastRow' },
      Float32Array.of(0.1, 0.9, 0.7, 0.3),
      2,
    );
    expect(store.get({ ...key(2), head: 1, queries: 'lastRow' })).toEqual(Float32Array.of(0.7, 0.3));
    expect(store.get({ ...key(2), head: 1 })).toBeUndefined();
  });
});

describe('a collector', () => {
  const rows = (of: MapShape, store: MapStore, layer = 0) =>
    [0, 1, 2].map((query) => [...rowOf(store.get(key(layer))!, of, query)]);

  it('puts a map together from blocks whose rows grow', () => {
    const store = createMapStore(10_000);
    const shape = { tokens: 3, causal: false };
    const collector = collectMaps(store, shape, 1)!;
    collector.add(key(0), 0, 2, Float32Array.of(1, 0, 0.5, 0.5));
    collector.add(key(0), 2, 3, Float32Array.of(0.25, 0.25, 0.5));
    expect(store.get(key(0))).toBeUndefined();
    collector.finish();
    expect(rows(shape, store)).toEqual([
      [1, 0, 0],
      [0.5, 0.5, 0],
      [0.25, 0.25, 0.5],
    ]);
  });

  it('leaves out what a causal model cannot see', () => {
    const store = createMapStore(10_000);
    const shape = { tokens: 3, causal: true };
    const collector = collectMaps(store, shape, 1)!;
    collector.add(key(0), 0, 3, Float32Array.of(1, 0, 0, 0.5, 0.5, 0, 0.25, 0.25, 0.5));
    collector.finish();
    expect(store.bytes).toBe(6 * 4);
    expect(rows(shape, store)).toEqual([[1], [0.5, 0.5], [0.25, 0.25, 0.5]]);
  });

  it('keeps 16 bits of each weight where 32 would crowd the store, off by 2^-12 of it at most', () => {
    const shape = { tokens: 40, causal: true };
    const store = createMapStore(4 * 820);
    const collector = collectMaps(store, shape, 1)!;
    const weights = Float32Array.from({ length: 40 }, (_, i) => (i === 0 ? 0 : 3 ** -i));
    weights[1] = 1;
    collector.add(key(0), 39, 40, weights);
    collector.finish();
    expect(store.bytes).toBe(2 * 820);
    const row = rowOf(store.get(key(0))!, shape, 39);
    for (const [i, weight] of weights.entries()) {
      if (weight < 2 ** -31) expect(row[i]).toBe(0);
      else expect(Math.abs(row[i]! - weight)).toBeLessThanOrEqual(weight * 2 ** -12);
    }
    expect(row[1]).toBe(1);
  });

  it('does not start where the maps would crowd the store even so', () => {
    const shape = { tokens: 30, causal: false };
    expect(collectMaps(createMapStore(4 * 900), shape, 1)).toBeDefined();
    expect(collectMaps(createMapStore(4 * 900), shape, 2)).toBeUndefined();
  });
});
