import type { ShownAnalysis } from '../../src/protocol/borders/shown';
import type { View } from './state';

/** The token that a prompt is read from, shown while none is locked. */
export function startToken({ result }: Pick<ShownAnalysis, 'result'>): number {
  return result.attention.reading.token ?? Math.max(0, result.tokens.length - 1);
}

/** Locks a token: it stays shown, with its weights in the open map, as when it was pointed at. */
export function lockToken({ store }: Pick<View, 'store'>, token: number): void {
  store.set({ token, looked: null, scope: 'one-map' });
}

/** Lets go of what is pointed at, or else of the locked token. */
export function freeToken({ store, shown }: Pick<View, 'store' | 'shown'>): void {
  if (store.get().looked !== null) store.set({ looked: null });
  else store.set({ token: startToken(shown), scope: 'all-layers' });
}
