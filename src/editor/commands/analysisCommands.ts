import * as vscode from 'vscode';
import { plainText } from '../../protocol/plainText';
import type { Overflow } from '../../protocol/inference';
import type { Analyses } from '../analysis/analyses';
import { targetAgain } from '../analysis/analysisState';
import type { Analyzer, Outcome } from '../analysis/analyzer';
import { selectionOf, selectionOrAll, wholeDocument, type AnalysisTarget } from '../analysis/target';
import { DisposableStore } from '../disposable';
import { commandDocument, type CommandDocument } from '../documents/commandDocument';
import { documentAt, openDocument } from '../documents/openDocuments';
import { SHOW_FINDING } from '../findings/findingAttention';
import type { ModelProcess } from '../model/modelProcess';
import type { Panel } from '../panel/panel';
import type { PanelWebviews } from '../panel/panelWebviews';
import type { Reveal } from '../panel/reveal';

/** Longest message in a notification, UTF-16 code units. */
const LONGEST_MESSAGE = 600;

/** What the commands act on. */
export interface AnalysisParts {
  analyses: Analyses;
  analyzer: Analyzer;
  model: ModelProcess;
  panel: Panel;
  webviews: PanelWebviews;
  reveal: Reveal;
  log: vscode.LogOutputChannel;
}

/** Registers the commands of the analysis and its panel. */
export function registerAnalysisCommands(parts: AnalysisParts): vscode.Disposable {
  const { analyses, analyzer, model, panel, webviews, log } = parts;
  const store = new DisposableStore();
  const command = (name: string, run: (...args: unknown[]) => unknown): void => {
    store.add(vscode.commands.registerCommand(name, run));
  };
  command('attnscope.analyze', async (argument, selected) => {
    const named = await commandDocument(argument, selected);
    // While a panel in a tab of its own is active, no editor is.
    await runOrRefuse(parts, named ? chosenText(parts, named) : await shownText(parts));
  });
  command('attnscope.cancelAnalysis', () => analyzer.cancel());
  command('attnscope.restartModel', () => {
    analyzer.cancel();
    model.restart();
    log.info(vscode.l10n.t('The model was ended on request; the next analysis starts it again.'));
    vscode.window.setStatusBarMessage(vscode.l10n.t('The next analysis starts the model anew.'), 4000);
  });
  command('attnscope.openPanelInTab', () => webviews.openTab());
  command('attnscope.showLog', () => log.show());
  command(SHOW_FINDING, async (analysis, finding) => {
    if (typeof analysis !== 'string' || typeof finding !== 'number') return;
    panel.goTo(analysis, finding);
    await webviews.focus();
  });
  store.add(panel.onDidAsk((overflow) => void analyzeShown(parts, overflow)));
  store.add(
    analyses.onDidChange(() => {
      const isRunning = analyses.running !== undefined;
      void vscode.commands.executeCommand('setContext', 'attnscope.analyzing', isRunning);
    }),
  );
  return store;
}

/** Analyses the document that the panel names; without `overflow` as the last time. */
async function analyzeShown(parts: AnalysisParts, overflow?: Overflow): Promise<void> {
  const target = await shownText(parts);
  await runOrRefuse(parts, target && { ...target, ...(overflow ? { overflow } : {}) });
}

/**
 * In the document that the panel names: the text it shows the analysis of, or else what is chosen.
 * Nothing where it names none, or its file is gone.
 */
async function shownText(parts: AnalysisParts): Promise<AnalysisTarget | undefined> {
  const { analyses, panel } = parts;
  if (panel.document === undefined) return undefined;
  const document = await documentAt(vscode.Uri.parse(panel.document));
  if (!document) return undefined;
  return targetAgain(analyses.state(panel.document), document) ?? selectionOrAll(document);
}

async function runOrRefuse(parts: AnalysisParts, target: AnalysisTarget | undefined): Promise<void> {
  if (target) return runAnalysis(parts, target);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a prompt first: there is no text to analyze.'),
  );
}

/** Shows the panel and analyses; tells what went wrong where the panel does not, or there is something to choose. */
async function runAnalysis(parts: AnalysisParts, target: AnalysisTarget): Promise<void> {
  const { analyzer, panel, webviews, log } = parts;
  const answer = analyzer.analyze(target);
  // Who asks for an analysis wants to see it.
  panel.turnTo(target.document.uri.toString());
  const [outcome] = await Promise.all([answer, webviews.reveal()]);
  if (outcome.kind !== 'error') return;
  const message = plainText(outcome.error.message, LONGEST_MESSAGE);
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

/**
 * What is selected in the document that a command is about, or all of it; or the text that was analysed, where
 * only a token of it is selected from the panel: that is no choice of the person's.
 */
function chosenText(
  { analyses, reveal }: AnalysisParts,
  { document, editor }: CommandDocument,
): AnalysisTarget {
  if (!editor) return wholeDocument(document);
  const again = reveal.isOurs(editor)
    ? targetAgain(analyses.state(document.uri.toString()), document)
    : undefined;
  return again ?? selectionOf(editor);
}
