import { sentence, type Sentence } from '../protocol/sentence';
import type { GetProgress } from './getOffer';

/** Time over which the rate is taken, in ms. */
const WINDOW_MS = 10_000;

/** Told how many bytes are there, gives how many come in a second, over the last seconds; `undefined` at first. */
export function createRate(now: () => number): (bytes: number) => number | undefined {
  let seen: { at: number; bytes: number }[] = [];
  return (bytes) => {
    const at = now();
    const last = seen.at(-1);
    // Many calls come in one moment.
    if (!last || at - last.at > WINDOW_MS / 50) seen.push({ at, bytes });
    seen = seen.filter((each) => at - each.at <= WINDOW_MS);
    const first = seen[0];
    if (!first || at - first.at < WINDOW_MS / 10 || bytes <= first.bytes) return undefined;
    return ((bytes - first.bytes) / (at - first.at)) * 1000;
  };
}

/** How far a download is, and how long the rest takes at this rate in bytes a second. */
export function describeGet({ done, total, kept, waiting }: GetProgress, rate: number | undefined): Sentence {
  const values = { done: Math.floor(done / 1e6), total: Math.ceil(total / 1e6) };
  if (waiting) return sentence('Waiting for another window or command that gets the same file');
  if (rate === undefined && kept > 0)
    return sentence('{done} of {total} MB; an earlier try left {kept} MB', {
      ...values,
      kept: Math.ceil(kept / 1e6),
    });
  if (rate === undefined) return sentence('{done} of {total} MB', values);
  return sentence('{done} of {total} MB, {seconds} s left', {
    ...values,
    seconds: Math.ceil((total - done) / rate),
  });
}
