import * as vscode from 'vscode';
import type { AskedAnalysis } from '../../protocol/borders/panel';
import { targetAgain } from '../analysis/analysisState';
import { attentionAt } from '../analysis/attentionAt';
import { selectionOf, selectionOrAll, wholeDocument, type AnalysisTarget } from '../analysis/target';
import { DisposableStore } from '../disposable';
import { commandDocument, type CommandDocument } from '../documents/commandDocument';
import { documentAt } from '../documents/openDocuments';
import { LEAVE_OUT, SHOW_FINDING, type FindingPlace } from '../findings/findingAttention';
import { chooseReadAs } from './chooseReadAs';
import { leaveOut } from './leaveOut';
import { runAnalysis, type AnalysisParts } from './runAnalysis';

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
  command('attnscope.readAs', async (argument, selected) => {
    const named = (await commandDocument(argument, selected))?.document;
    const document = named ?? (await shownDocument(parts));
    if (!document) return refuse();
    if (!(await chooseReadAs(parts.readAs, document))) return;
    const again = targetAgain(analyses.state(document.uri.toString()), document);
    await runAnalysis(parts, again ?? selectionOrAll(document));
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
  command(SHOW_FINDING, (uri, finding) => showFinding(parts, uri as string, finding as FindingPlace));
  command(LEAVE_OUT, (uri, range) => leaveOut(parts, uri, range));
  store.add(panel.onDidAsk((wanted) => void analyzeShown(parts, wanted)));
  store.add(
    analyses.onDidChange(() => {
      const isRunning = analyses.running !== undefined;
      void vscode.commands.executeCommand('setContext', 'attnscope.analyzing', isRunning);
    }),
  );
  return store;
}

/** Goes to a finding in the panel; analyses its document first where no model read the finding as it stands. */
async function showFinding(parts: AnalysisParts, uri: string, finding: FindingPlace): Promise<void> {
  const { analyses, panel, webviews } = parts;
  const document = await documentAt(vscode.Uri.parse(uri));
  if (!document) return;
  const known = () => attentionAt(analyses, document.uri, finding);
  if (!known()) await runAnalysis(parts, wholeDocument(document));
  const attention = known();
  if (!attention) return;
  panel.goTo(...attention.place);
  await webviews.focus();
}

/** Analyses the document that the panel names, all of it where that is wanted, else as the last time. */
export async function analyzeShown(
  parts: AnalysisParts,
  { overflow, whole = false }: AskedAnalysis = {},
): Promise<void> {
  const shown = await shownText(parts);
  const target = shown && whole ? wholeDocument(shown.document) : shown;
  await runOrRefuse(parts, target && { ...target, ...(overflow ? { overflow } : {}) });
}

/**
 * In the document that the panel names: the text it shows the analysis of, or else what is chosen.
 * Nothing where it names none, or its file is gone.
 */
async function shownText(parts: AnalysisParts): Promise<AnalysisTarget | undefined> {
  const document = await shownDocument(parts);
  if (!document) return undefined;
  const state = parts.analyses.state(document.uri.toString());
  return targetAgain(state, document) ?? selectionOrAll(document);
}

async function shownDocument({ panel }: AnalysisParts): Promise<vscode.TextDocument | undefined> {
  return panel.document === undefined ? undefined : documentAt(vscode.Uri.parse(panel.document));
}

async function runOrRefuse(parts: AnalysisParts, target: AnalysisTarget | undefined): Promise<void> {
  if (target) return runAnalysis(parts, target);
  refuse();
}

function refuse(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a prompt first: there is no text to analyze.'),
  );
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
