import * as vscode from 'vscode';
import type { Alert } from '../../protocol/measured/alert';
import type { Analysis } from '../analysis/analysis';
import { wholeDocument } from '../analysis/target';
import { runAnalysis, type AnalysisParts } from '../commands/runAnalysis';
import { commandDocument } from '../documents/commandDocument';
import type { Scanner } from '../scanner/scanner';
import { baselineOf } from './alertSettings';
import { causeOf } from './cause/causeOf';
import { findInput, type NoInput } from './cause/findInput';
import type { Checks } from './check/checks';
import { fitBaseline } from './check/fitBaseline';
import type { AlertFile } from './list/alertFile';
import type { AlertList } from './list/alertList';
import { alertText } from './list/alertText';

/** What the commands act on beside the analysis. */
interface AlertParts {
  list: AlertList;
  file: AlertFile;
  checks: Checks;
  scanner: Scanner;
  /** Of the installed extension. */
  installed: { bundledModel: string; version: string };
}

/** The commands about a baseline and the alerts that came of it, by their names after `attnscope.`. */
export function alertCommands(
  parts: AnalysisParts,
  { list, file, checks, scanner, installed }: AlertParts,
): Record<string, (argument: unknown) => unknown> {
  const { model: inference, panel, webviews, readAs, log } = parts;
  return {
    fitBaseline: (argument) =>
      fitBaseline(
        { ...installed, inference, scanner, readAs, log },
        argument instanceof vscode.Uri ? argument : undefined,
      ),
    async checkPrompt(argument) {
      const document = (await commandDocument(argument, undefined))?.document;
      if (!document) return tell(vscode.l10n.t('Open a prompt first: there is no text to check.'));
      if (baselineOf(document.uri) === undefined) return offerBaseline();
      const analysis = await analysisOf(parts, document);
      if (analysis) await tellOutcome(analysis, checks);
    },
    async openAlert(argument) {
      const alert = argument as Alert;
      const found = await findInput(alert);
      if ('reason' in found) {
        list.see();
        return tellWhyNot(alert, found);
      }
      const analysis = await analysisOf(parts, found.document);
      if (!analysis) return;
      list.see();
      panel.turnTo(analysis.uri.toString());
      await webviews.focus();
      const baseline = baselineOf(analysis.uri);
      panel.showAlert(analysis.id, await causeOf(alert, analysis, { inference, baseline }));
    },
    async showAlerts() {
      await file.read();
      await vscode.commands.executeCommand('attnscope.alerts.focus');
      list.see();
    },
    openAlertLog: () => vscode.window.showTextDocument(vscode.Uri.file(file.path)),
    clearAlerts: () => file.clear(),
    async copyAlert(argument) {
      await vscode.env.clipboard.writeText(JSON.stringify(argument, null, 2));
      vscode.window.setStatusBarMessage(vscode.l10n.t('The alert is in the clipboard, as JSON.'), 4000);
    },
  };
}

/** The analysis of all of a document as it is now, made where there is none. */
async function analysisOf(
  parts: AnalysisParts,
  document: vscode.TextDocument,
): Promise<Analysis | undefined> {
  const known = (): Analysis | undefined => {
    const state = parts.analyses.state(document.uri.toString());
    if (state?.kind !== 'result') return undefined;
    const { place } = state.analysis;
    return place.whole && !place.changed ? state.analysis : undefined;
  };
  if (!known()) await runAnalysis(parts, wholeDocument(document));
  return known();
}

/** Checks a prompt, and says so where nothing else does: of an alert there is a notification. */
async function tellOutcome(analysis: Analysis, checks: Checks): Promise<void> {
  const outcome = await checks.check(analysis);
  if (outcome.kind === 'failed') void vscode.window.showErrorMessage(outcome.message);
  if (outcome.kind !== 'checked') return;
  const { anomaly, score, threshold } = outcome.check;
  const values = [analysis.shown.title, score.toFixed(1), threshold.toFixed(1)] as const;
  tell(
    anomaly
      ? vscode.l10n.t(
          '{0} is read unlike the normal prompts of the baseline: its score {1} is above {2}.',
          ...values,
        )
      : vscode.l10n.t(
          '{0} is read like the normal prompts of the baseline: its score {1} is not above {2}.',
          ...values,
        ),
  );
}

/** Says why the cause of an alert cannot be shown, and offers what is there to look at instead. */
async function tellWhyNot(alert: Alert, { reason, beside }: NoInput): Promise<void> {
  const show = vscode.l10n.t('Show the Input');
  const answer = await vscode.window.showInformationMessage(
    [alertText(alert), reason].join(' '),
    ...(beside ? [show] : []),
  );
  if (answer === show && beside) await beside();
}

async function offerBaseline(): Promise<void> {
  const fit = vscode.l10n.t('Fit a Baseline…');
  const setting = vscode.l10n.t('Open Setting');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'There is no baseline to check against: fit one from normal prompts, or name one in the settings.',
    ),
    fit,
    setting,
  );
  if (answer === fit) await vscode.commands.executeCommand('attnscope.fitBaseline');
  else if (answer === setting)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'attnscope.monitor');
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
