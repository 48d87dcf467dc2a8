import * as vscode from 'vscode';
import type { Analyses } from '../analysis/analyses';
import { targetAgain } from '../analysis/analysisState';
import type { Analyzer, Outcome } from '../analysis/analyzer';
import type { AnalysisTarget } from '../analysis/target';
import { EXAMINE } from '../doctor/doctorPages';
import { openDocument } from '../documents/openDocuments';
import { ownModel } from '../model/modelOf';
import type { ModelProcess } from '../model/modelProcess';
import type { Panel } from '../panel/panel';
import type { PanelWebviews } from '../panel/panelWebviews';
import type { Reveal } from '../panel/reveal';
import type { ReadAsChoices } from '../settings/readAsChoices';
import { messageOf } from '../translated';

/** What the commands act on. */
export interface AnalysisParts {
  analyses: Analyses;
  analyzer: Analyzer;
  model: ModelProcess;
  panel: Panel;
  webviews: PanelWebviews;
  reveal: Reveal;
  readAs: ReadAsChoices;
  log: vscode.LogOutputChannel;
}

/** Shows the panel and analyses; tells what went wrong where the panel does not, or there is something to choose. */
export async function runAnalysis(parts: AnalysisParts, target: AnalysisTarget): Promise<void> {
  const { analyzer, panel, webviews, log } = parts;
  const answer = analyzer.analyze(target);
  // Who asks for an analysis wants to see it.
  panel.turnTo(target.document.uri.toString());
  const [outcome] = await Promise.all([answer, webviews.reveal()]);
  if (outcome.kind !== 'error') return;
  const message = messageOf(outcome.error);
  log.error(message);
  await tellError(parts, target, outcome, message);
}

async function tellError(
  parts: AnalysisParts,
  target: AnalysisTarget,
  { error }: Outcome & { kind: 'error' },
  message: string,
): Promise<void> {
  if (error.code === 'crashed' || error.code === 'stopped') {
    const restart = vscode.l10n.t('Restart');
    if ((await vscode.window.showErrorMessage(message, restart)) !== restart) return;
    parts.model.restart();
    await runAnalysis(parts, now(parts, target));
  } else if (parts.webviews.visible && parts.panel.document === target.document.uri.toString()) {
    // The panel says it, and offers what there is to choose.
  } else if (error.code === 'bad-model' && ownModel(target.document.uri) !== undefined) {
    const examine = vscode.l10n.t('Examine Model');
    const setting = vscode.l10n.t('Open Setting');
    const bundled = vscode.l10n.t('Use Bundled Model');
    const answer = await vscode.window.showErrorMessage(message, examine, setting, bundled);
    if (answer === examine) await vscode.commands.executeCommand(EXAMINE, target.document.uri);
    else if (answer === setting)
      await vscode.commands.executeCommand('workbench.action.openSettings', 'attnscope.model.path');
    else if (answer === bundled) await vscode.commands.executeCommand('attnscope.useBundledModel');
  } else if (error.code === 'too-long') {
    const lastOnly = vscode.l10n.t('Read Only the End');
    if ((await vscode.window.showWarningMessage(message, lastOnly)) !== lastOnly) return;
    await runAnalysis(parts, { ...now(parts, target), overflow: 'keep-last' });
  } else {
    void vscode.window.showErrorMessage(message);
  }
}

/** The same text as it is by now: it may have been edited while a question was open. */
function now({ analyses }: AnalysisParts, target: AnalysisTarget): AnalysisTarget {
  const uri = target.document.uri.toString();
  const document = openDocument(uri);
  return (document && targetAgain(analyses.state(uri), document)) ?? target;
}
