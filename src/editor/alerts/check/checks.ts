import * as vscode from 'vscode';
import { toWireError } from '../../../protocol/errors';
import type { Inference } from '../../../protocol/borders/inference';
import type { Alert } from '../../../protocol/measured/alert';
import type { CheckLine } from '../../../protocol/measured/monitor';
import type { Analysis } from '../../analysis/analysis';
import type { AnalysisState } from '../../analysis/analysisState';
import { translated } from '../../translated';
import { baselineOf, logOf } from '../alertSettings';
import type { AlertFile } from '../list/alertFile';
import type { AlertList } from '../list/alertList';
import type { AlertNotice } from '../list/alertNotice';
import type { AlertStatus } from '../list/alertStatus';
import { statisticText } from '../list/alertText';
import { checkAnalysis } from './checkAnalysis';

/** What checks are made with, and told to. */
export interface CheckParts {
  inference: Inference;
  list: AlertList;
  status: AlertStatus;
  storage: vscode.Uri;
  log: vscode.LogOutputChannel;
  file: AlertFile;
  notice: AlertNotice;
}

/** How a prompt was checked. */
export type Outcome =
  | { kind: 'checked'; check: CheckLine; why: string }
  | { kind: 'failed'; message: string }
  | { kind: 'unset' | 'cancelled' };

/** Checks analysed prompts against the baseline of the settings. */
export class Checks implements vscode.Disposable {
  private readonly running = new Map<string, { analysis: string; abort: AbortController }>();
  /** The analyses that were checked by themselves, by their ids. */
  private readonly done = new Set<string>();

  constructor(private readonly parts: CheckParts) {}

  /** Checks what is known of a document, where it is another analysis of all of it: a part is no prompt like others. */
  review(uri: string, state: AnalysisState): void {
    if (state.kind === 'loading') this.running.get(uri)?.abort.abort();
    if (state.kind !== 'result') return;
    const { analysis } = state;
    if (!analysis.place.whole || analysis.place.changed || this.done.has(analysis.id)) return;
    this.done.add(analysis.id);
    void this.check(analysis).then(({ kind }) => kind !== 'checked' && this.done.delete(analysis.id));
  }

  /** Checks a prompt as it was analysed; tells the log, and of an alert. Never rejects. */
  async check(analysis: Analysis): Promise<Outcome> {
    const { inference, list, status, storage, log, file, notice } = this.parts;
    const baseline = baselineOf(analysis.uri);
    if (baseline === undefined) return { kind: 'unset' };
    const key = analysis.uri.toString();
    this.running.get(key)?.abort.abort();
    const abort = new AbortController();
    this.running.set(key, { analysis: analysis.id, abort });
    try {
      await file.readOnce();
      const checking = { inference, baseline, log: logOf(storage, analysis.uri) };
      const isKnown = (alert: Alert): boolean => list.alerts.some((other) => isSame(alert, other));
      const checked = await checkAnalysis(checking, analysis, isKnown, abort.signal);
      if (!checked) return this.fail(analysis, otherModel(analysis));
      const { check, alert } = checked;
      const why = check.statistics[0] ? statisticText(check.statistics[0]) : '';
      status.tell(undefined);
      const figures = `${analysis.shown.title}: ${check.score.toFixed(2)} / ${check.threshold.toFixed(2)}`;
      log.info(alert ? `${vscode.l10n.t('Alert')}: ${figures}. ${why}` : figures);
      if (alert && !isKnown(alert)) {
        list.add(alert);
        void notice.tell(alert, why);
      }
      return { kind: 'checked', check, why };
    } catch (error) {
      const { code, message } = translated(toWireError(error));
      return code === 'cancelled' ? { kind: 'cancelled' } : this.fail(analysis, message);
    } finally {
      if (this.running.get(key)?.abort === abort) this.running.delete(key);
    }
  }

  dispose(): void {
    for (const { abort } of this.running.values()) abort.abort();
  }

  private fail(analysis: Analysis, message: string): Outcome {
    this.parts.log.warn(`${analysis.shown.title}: ${message}`);
    this.parts.status.tell(message);
    return { kind: 'failed', message };
  }
}

/** Whether two alerts tell the same: the same text at the same place, checked by the same baseline. */
function isSame(one: Alert, other: Alert): boolean {
  return (
    one.input.sha256 === other.input.sha256 &&
    one.input.uri === other.input.uri &&
    one.baseline.sha256 === other.baseline.sha256
  );
}

function otherModel({ shown }: Analysis): string {
  return vscode.l10n.t(
    'The baseline belongs to another model than {0}: the prompt was not checked. Fit a baseline with the model that is used.',
    shown.result.model.name,
  );
}
