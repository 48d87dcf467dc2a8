import { setImmediate } from 'node:timers/promises';
import { cancelled } from '../../../protocol/errors';

/**
 * Lets what the host says come in between two runs, which block the thread.
 *
 * @throws AttnscopeError `cancelled` where nobody wants the answer any more.
 */
export async function nextStep(signal: AbortSignal): Promise<void> {
  await setImmediate();
  if (signal.aborted) throw cancelled();
}
