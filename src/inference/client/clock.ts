/** Time as the client sees it; passed in so that tests take none. */
export interface Clock {
  /** Milliseconds of any steady epoch. */
  now(): number;
  /** Calls once after `ms`; gives what takes the call back. */
  after(ms: number, call: () => void): () => void;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
