import { setTimeout as wait } from 'node:timers/promises';
import { PassingTrouble } from './refusals';

/** Waits before the same is asked again, ms. */
const WAITS = [500, 2000];

/** Does what may be done twice again where it failed by what may pass. */
export async function insistently<T>(work: () => Promise<T>, waits: readonly number[] = WAITS): Promise<T> {
  for (const ms of waits) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PassingTrouble)) throw error;
      await wait(ms);
    }
  }
  return work();
}
