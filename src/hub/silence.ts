/** A signal that fires where the person ends the work, and where no sign of life comes for some time. */
export interface Silence {
  signal: AbortSignal;
  /** Told with each sign of life. */
  alive(): void;
  /** To be called once, at the end. */
  stop(): void;
}

/** Waits for signs of life, at most `ms` for each. */
export function watchSilence(ms: number, person: AbortSignal): Silence {
  const silent = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => clearTimeout(timer);
  const alive = (): void => {
    stop();
    timer = setTimeout(() => silent.abort(new Error(`it was silent for ${Math.round(ms / 1000)} s`)), ms);
  };
  alive();
  return { signal: AbortSignal.any([person, silent.signal]), alive, stop };
}
