import * as vscode from 'vscode';
import { plainText } from '../../protocol/plainText';
import type { Overflow } from '../../protocol/inference';
import type { Analyses, Outcome } from '../analysis/analyses';
import { SHOW_FINDING } from '../analysis/attentionOf';
import { commandTarget } from '../documents/commandTarget';
import type { ModelProcess } from '../model/modelProcess';
import { chosenOrAll, documentAt, openDocument, selectionOf, type AnalysisTarget } from '../documents/target';
import { DisposableStore } from '../disposable';
import type { Panel } from '../panel/panel';
import type { PanelWebviews } from '../panel/panelWebviews';
import type { Reveal } from '../panel/reveal';

/** Longest message in a notification, UTF-16 code units. */
const LONGEST_MESSAGE = 600;

/** What the commands act on. */
export interface AnalysisParts {
  analyses: Analyses;
  model: ModelProcess;
  panel: Panel;
  places: PanelWebviews;
  reveal: Reveal;
  log: vscode.LogOutputChannel;
}

/** Registers the commands of the analysis and its panel. */
export function registerAnalysisCommands(parts: AnalysisParts): vscode.Disposable {
  const { analyses, model, panel, places, log } = parts;
  const store = new DisposableStore();
  const command = (name: string, run: (...args: unknown[]) => unknown): void => {
    store.add(vscode.commands.registerCommand(name, run));
  };
  command('attnscope.analyze', async (argument, selected) => {
    const named = await commandTarget(argument, selected, (editor) => chosenIn(parts, editor));
    // While a panel in a tab of its own is active, no editor is.
    await runOrRefuse(parts, named ?? (await shownText(parts)));
  });
  command('attnscope.cancelAnalysis', () => analyses.cancel());
  command('attnscope.restartModel', () => {
    analyses.cancel();
    model.restart();
    log.info(vscode.l10n.t('The model was ended on request; the next analysis starts it again.'));
    vscode.window.setStatusBarMessage(vscode.l10n.t('The next analysis starts the model anew.'), 4000);
  });
  command('attnscope.openPanelInTab', () => places.openTab());
  command('attnscope.showLog', () => log.show());
  command(SHOW_FINDING, async (analysis, finding) => {
    if (typeof analysis !== 'string' || typeof finding !== 'number') return;
    panel.goTo(analysis, finding);
    await places.focus();
  });
  store.add(
    analyses.onDidChange(() => {
      void vscode.commands.executeCommand(
        'setContext',
        'attnscope.analyzing',
        analyses.running !== undefined,
      );
    }),
  );
  return store;
}

/** Analyses the document that the panel names; without `overflow` as the last time. */
export async function analyzeShown(parts: AnalysisParts, overflow?: Overflow): Promise<void> {
  const target = await shownText(parts);
  await runOrRefuse(parts, target && { ...target, ...(overflow ? { overflow } : {}) });
}

/**
 * In the document that the panel names: the text it shows the analysis of, or else what is chosen.
 * Nothing where it names none, or its file is gone.
 */
async function shownText(parts: AnalysisParts): Promise<AnalysisTarget | undefined> {
  const { analyses, panel } = parts;
  const document = panel.document && (await documentAt(vscode.Uri.parse(panel.document)));
  if (!document) return undefined;
  return analyses.again(document) ?? chosenOrAll(document);
}

async function runOrRefuse(parts: AnalysisParts, target: AnalysisTarget | undefined): Promise<void> {
  if (target) return runAnalysis(parts, target);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a prompt first: there is no text to analyze.'),
  );
}

/** Shows the panel and analyses; tells what went wrong where the panel does not, or there is something to choose. */
async function runAnalysis(parts: AnalysisParts, target: AnalysisTarget): Promise<void> {
  const { analyses, places, log } = parts;
  const [outcome] = await Promise.all([analyses.analyze(target), places.reveal()]);
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
  } else if (parts.places.visible && parts.panel.document === target.document.uri.toString()) {
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
  const document = openDocument(target.document.uri.toString());
  return (document && analyses.again(document)) ?? target;
}

/**
 * What is selected in an editor; or the text that was analysed, where only a token of it is selected from
 * the panel: that is no choice of the person's.
 */
function chosenIn({ analyses, reveal }: AnalysisParts, editor: vscode.TextEditor): AnalysisTarget {
  const again = reveal.isOurs(editor) ? analyses.again(editor.document) : undefined;
  return again ?? selectionOf(editor);
}
