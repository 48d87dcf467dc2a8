import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { openAlertLog } from '../../alerts/alertLog';
import { alertOf, streamAlertOf, type AlertContext } from '../../monitor/alerts/alertOf';
import type { Monitor } from '../../monitor/monitor';
import { alarmsOf } from '../../monitor/stream';
import { toWireError } from '../../protocol/errors';
import type { CheckLine, MonitorBaseline, StreamStatistic } from '../../protocol/measured/monitor';
import { quoted } from '../../protocol/plainText';
import { safeJson } from '../../report/safeJson';
import { readText } from '../../files/readInput';
import type { MonitorInput } from './inputs';

/** Writes the alerts of a run. */
export interface AlertWriter {
  /**
   * Writes the alert of an anomaly, and one of each statistic of the stream that has just passed its limit; says on
   * stderr why where that fails, and returns false.
   */
  write(check: CheckLine, input: MonitorInput, text: string): Promise<boolean>;
}

/** @throws AttnscopeError `bad-input` where the log cannot be written */
export async function openAlertWriter(
  file: string,
  {
    monitor,
    baseline,
    template,
    withText,
  }: { monitor: Monitor; baseline: string; template: MonitorBaseline['template']; withText: boolean },
): Promise<AlertWriter> {
  const log = await openAlertLog(file, () =>
    process.stderr.write(
      `A line of ${quoted(file)} was cut short, by a crash or a full disk; the next alert stands on a line of its own.\n`,
    ),
  );
  const named = { sha256: sha256(await readText(baseline)), name: path.basename(baseline) };
  const { model } = monitor.baseline;
  let known: readonly StreamStatistic[] = [];
  return {
    async write(check, { place }, text) {
      const context = (): AlertContext => ({
        id: randomUUID(),
        time: new Date(),
        baseline: named,
        model,
        input: { sha256: sha256(text), ...place, ...(template ? { template: template.name } : {}) },
        oneIn: monitor.oneIn,
        ...(withText ? { text } : {}),
      });
      const ofStream = alarmsOf(check.window!);
      const alerts = [
        ...(check.anomaly ? [alertOf(check, context())] : []),
        ...ofStream
          .filter((statistic) => !known.includes(statistic))
          .map((statistic) => streamAlertOf(check, statistic, context())),
      ];
      known = ofStream;
      try {
        for (const alert of alerts) await log.append(safeJson(alert));
        return true;
      } catch (error) {
        process.stderr.write(
          `The alert of ${quoted(String(check.id))} is lost: ${toWireError(error).message}\n`,
        );
        return false;
      }
    },
  };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
