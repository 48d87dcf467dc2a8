import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { openAlertLog, type AlertLog } from '../../../alerts/alertLog';
import { measureRead } from '../../../analysis/measurePrompt';
import { alertOf } from '../../../monitor/alerts/alertOf';
import { checkInput } from '../../../monitor/check';
import { openAnalysis } from '../../../protocol/analysis';
import type { Inference } from '../../../protocol/borders/inference';
import type { Alert } from '../../../protocol/measured/alert';
import type { Features } from '../../../protocol/measured/features';
import type { CheckLine } from '../../../protocol/measured/monitor';
import { safeJson } from '../../../report/safeJson';
import type { Analysis } from '../../analysis/analysis';
import { openBaseline } from './baselineFile';

/** What checks a prompt: the model that read it, a baseline, and the log of alerts, by their paths. */
export interface Checking {
  inference: Inference;
  baseline: string;
  log: string;
}

/** What came of a check: nothing where the baseline belongs to another model than the one that read the prompt. */
export type Checked = { check: CheckLine; alert: Alert | null } | undefined;

/** What was measured of the analyses that were checked last, by their ids: the cause of an alert shows it too. */
const measured = new Map<string, Features>();
const MOST_MEASURED = 8;

/** Logs that are open, by their paths. */
const logs = new Map<string, Promise<AlertLog>>();

/**
 * Checks an analysed prompt against a baseline; an alert is on the disk before it is told.
 *
 * @param isKnown whether there is that alert already: the same text, checked by the same baseline
 * @throws AttnscopeError where the baseline cannot be used, the model refuses, or the log cannot be written
 */
export async function checkAnalysis(
  { inference, baseline, log }: Checking,
  analysis: Analysis,
  isKnown: (alert: Alert) => boolean,
  signal?: AbortSignal,
): Promise<Checked> {
  const { monitor, named } = await openBaseline(baseline);
  const { model, text } = analysis.shown.result;
  if (model.sha256 !== monitor.baseline.model.sha256) return undefined;
  const features = await measure(inference, analysis, signal);
  const uri = analysis.uri.toString();
  const check = checkInput(monitor, uri, features);
  if (!check.anomaly) return { check, alert: null };
  const context = { id: randomUUID(), time: new Date(), baseline: named, model, oneIn: monitor.oneIn };
  const alert = alertOf(check, { ...context, input: { sha256: text.sha256, uri } });
  if (!isKnown(alert)) await (await logAt(log)).append(safeJson(alert));
  return { check, alert };
}

/** What is measured of an analysed prompt, in a run of the model where it was not yet. */
export async function measure(
  inference: Inference,
  { id, model, shown }: Analysis,
  signal?: AbortSignal,
): Promise<Features> {
  const known = measured.get(id);
  if (known) return known;
  const features = await measureRead(inference, model, openAnalysis(shown.result), [], {
    signal,
    letRun: true,
  });
  measured.set(id, features);
  if (measured.size > MOST_MEASURED) measured.delete(measured.keys().next().value!);
  return features;
}

/** A log that is open; one that could not be opened is tried again the next time. */
function logAt(file: string): Promise<AlertLog> {
  const known = logs.get(file);
  if (known) return known;
  const opened = openAlertLog(file, () => {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('A line of the alert log {0} was cut short, by a crash or a full disk.', file),
    );
  });
  logs.set(file, opened);
  opened.catch(() => logs.delete(file));
  return opened;
}
