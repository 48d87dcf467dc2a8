import type { Disposable } from '../dom/disposable';

/** Plain state and who wants to know of its changes. */
export interface Store<S extends object> {
  get(): Readonly<S>;
  /** Merges the patch; tells listeners only where a value changed. */
  set(patch: Partial<S>): void;
  /** Calls the listener after each change of one of the keys, all keys where none is named. */
  subscribe(
    keys: readonly (keyof S)[],
    listener: (state: Readonly<S>, changed: ReadonlySet<keyof S>) => void,
  ): Disposable;
}

/** Makes a store. Changes made by a listener are told after the one that it was called for. */
export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<{
    keys: readonly (keyof S)[];
    call: (state: Readonly<S>, changed: ReadonlySet<keyof S>) => void;
  }>();
  const queue: ReadonlySet<keyof S>[] = [];
  let telling = false;

  function tell(changed: ReadonlySet<keyof S>): void {
    queue.push(changed);
    if (telling) return;
    telling = true;
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        for (const listener of [...listeners]) {
          if (listeners.has(listener) && listener.keys.some((key) => next!.has(key)))
            listener.call(state, next);
        }
      }
    } finally {
      telling = false;
      queue.length = 0;
    }
  }

  return {
    get: () => state,
    set(patch) {
      const changed = new Set<keyof S>();
      for (const key of Object.keys(patch) as (keyof S)[])
        if (!Object.is(state[key], patch[key])) changed.add(key);
      if (changed.size === 0) return;
      state = { ...state, ...patch };
      tell(changed);
    },
    subscribe(keys, call) {
      const listener = { keys, call };
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
}
