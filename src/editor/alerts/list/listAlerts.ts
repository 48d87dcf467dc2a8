import { readAlertLog } from '../../../alerts/readAlertLog';
import type { Alert } from '../../../protocol/measured/alert';
import type { AttnscopeError } from '../../../protocol/errors';
import { toldIn } from '../../translated';

/** The alerts of a log, the newest first, and what is wrong with its other lines; none where there is no log yet. */
export async function listAlerts(file: string, since: string): Promise<{ alerts: Alert[]; bad: string[] }> {
  const alerts: Alert[] = [];
  const bad: string[] = [];
  try {
    // The file put aside last goes with the one that has just been begun.
    for await (const read of readAlertLog(file, 1)) {
      if ('error' in read) bad.push(toldIn([read.error]));
      else if (read.time > since) alerts.push(read);
    }
  } catch (error) {
    const { code } = ((error as AttnscopeError).cause ?? {}) as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw error;
  }
  return { alerts: alerts.sort((one, other) => (one.time < other.time ? 1 : -1)), bad };
}
