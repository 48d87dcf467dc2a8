/** Time as the client sees it; passed in so that tests take none. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Calls once after `ms`; returns what cancels the call. */
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
