/** Something that holds listeners, observers or charts until it is disposed. */
export interface Disposable {
  dispose(): void;
}

/** One disposable out of many; disposes in reverse order, once. */
export function combine(...parts: Disposable[]): Disposable {
  return {
    dispose() {
      for (const part of parts.splice(0).reverse()) part.dispose();
    },
  };
}

/** Listens to an event of a target until disposed. */
export function listen<E extends Event = Event>(
  target: EventTarget,
  type: string,
  listener: (event: E) => void,
  options?: AddEventListenerOptions,
): Disposable {
  const handle = listener as EventListener;
  target.addEventListener(type, handle, options);
  return { dispose: () => target.removeEventListener(type, handle, options) };
}

/** Aborts the signal it gives when the next one is asked for, or when disposed: a new request ends the one before. */
export class LatestSignal implements Disposable {
  private current = new AbortController();

  next(): AbortSignal {
    this.current.abort();
    this.current = new AbortController();
    return this.current.signal;
  }

  dispose(): void {
    this.current.abort();
  }
}
