import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PooledBy } from '../../../attention/pooling';
import type { KindName } from '../../../model/tap/tapKinds';
import type { HeadChoice, ReadingWay } from '../../../protocol/borders/inference';
import type { KeptWeights } from './keptWeights';

/** Kinds of one row of each head. */
export type RowKind = Extract<KindName, 'lastRow' | 'firstRow' | 'meanRow'>;

/** Names one attention map: what was fed to which model, and where in it to look. */
export interface MapKey {
  /** SHA-256 of the model. */
  model: string;
  /** Of the token ids; see `hashTokens`. */
  tokens: string;
  layer: number;
  head: HeadChoice;
  /** The whole map, or the one row of that kind. */
  queries: 'all' | RowKind;
  /** `weights` where absent. */
  way?: ReadingWay;
  /** Token by token where absent; else in squares of `pool` tokens a side. */
  pooled?: { pool: number; by: PooledBy };
}

/** A hash under which maps of a prompt are kept. */
export function hashTokens(tokenIds: readonly number[]): string {
  return createHash('sha256').update(Uint32Array.from(tokenIds)).digest('base64');
}

/** Attention maps and single rows of them, the least recently used given up for new ones. */
export interface MapStore {
  get(key: MapKey): KeptWeights | undefined;
  set(key: MapKey, map: KeptWeights): void;
  /** Most bytes it holds. */
  readonly maxBytes: number;
  readonly bytes: number;
}

/** Makes a store that holds at most `maxBytes`; 0 keeps nothing. */
export function createMapStore(maxBytes: number): MapStore {
  const name = ({ model, tokens, layer, head, queries, way = 'weights', pooled }: MapKey) =>
    `${model}/${tokens}/${layer}/${head}/${queries}/${way}/${pooled ? `${pooled.pool} ${pooled.by}` : ''}`;
  const maps = new LRUCache<string, KeptWeights>({
    maxSize: Math.max(maxBytes, 1),
    sizeCalculation: (map) => Math.max(map.byteLength, 1),
  });
  return {
    get: (key) => maps.get(name(key)),
    set: (key, map) => void maps.set(name(key), map),
    maxBytes,
    get bytes() {
      return maps.calculatedSize;
    },
  };
}

/** Keeps a row of each head of a layer: `rows` `[heads, keys]`. */
export function keepRows(store: MapStore, of: Omit<MapKey, 'head'>, rows: Float32Array, keys: number): void {
  for (let head = 0; head * keys < rows.length; head++) {
    const row = rows.subarray(head * keys, (head + 1) * keys);
    store.set({ ...of, head }, row);
  }
}
