import * as vscode from 'vscode';
import type { Analysis } from '../analysis/analysis';
import { lastResult, resultIn } from '../analysis/analysisState';
import type { Reader } from '../analysis/readTarget';
import { DisposableStore } from '../disposable';
import { registerDoctor } from '../doctor/registerDoctor';
import { textOf } from '../documents/openDocuments';
import { analyzeShown } from './analysisCommands';
import { registerComparing } from './compareCommands';
import { commandsOnRequest } from './registerCommand';
import { registerShading } from './shadeCommand';
import type { AnalysisParts } from './runAnalysis';

/** Registers the commands whose work is a program of its own, which is loaded with the first of them. */
export function registerOnRequest(
  parts: AnalysisParts,
  cacheFolder: string,
  context: Pick<vscode.ExtensionContext, 'extensionUri' | 'secrets' | 'workspaceState'>,
  reader: Reader,
): vscode.Disposable {
  const { analyses, analyzer, model, panel, webviews } = parts;
  const { extensionUri: extension, secrets, workspaceState: memento } = context;
  const store = new DisposableStore();
  const command = commandsOnRequest(store);
  const shown = () => (panel.document === undefined ? undefined : analyses.state(panel.document));
  const withAnalysis = (run: (analysis: Analysis) => Promise<void>): unknown => {
    // While a text is read again, its former analysis is what the panel shows.
    const analysis = lastResult(shown());
    return analysis
      ? run(analysis)
      : vscode.window.showInformationMessage(
          vscode.l10n.t('Analyze a prompt first: there is no analysis to export.'),
        );
  };

  command('attnscope.showAnalysis', async ({ chooseAnalysis }) => {
    const state = shown();
    const chosen = await chooseAnalysis(analyses, state?.kind === 'result' ? state.analysis.id : undefined);
    if (!chosen) return;
    const uri = chosen.uri.toString();
    // What is asked for later holds: another analysis of it would go on for nobody.
    if (analyses.running?.uri === uri) analyzer.cancel();
    analyses.set(uri, resultIn(textOf(uri), chosen));
    panel.turnTo(uri);
    await webviews.reveal();
  });
  command('attnscope.clearCache', ({ clearCache }) => clearCache(cacheFolder, model));
  command('attnscope.chooseModel', ({ chooseModel }) => chooseModel(secrets));
  command('attnscope.setHubToken', ({ setHubToken }) => setHubToken(secrets));
  command('attnscope.forgetHubToken', ({ forgetHubToken }) => forgetHubToken(secrets));
  command('attnscope.setServerToken', ({ setServerToken }) => setServerToken(secrets));
  command('attnscope.forgetServerToken', ({ forgetServerToken }) => forgetServerToken(secrets));
  command('attnscope.useBundledModel', async ({ useBundledModel }) => {
    await useBundledModel();
    // What could not be read before can be now.
    if (shown()?.kind === 'error') await analyzeShown(parts);
  });
  command('attnscope.includeFile', ({ includeDocument }, argument) => {
    const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
    return uri && includeDocument(uri);
  });
  command('attnscope.exportReport', ({ exportReport }) =>
    withAnalysis((analysis) => exportReport(analysis, model, extension)),
  );
  store.add(registerDoctor(reader.inference, reader.bundledModel));
  store.add(registerShading(command, parts, shown));
  store.add(registerComparing(command, { reader, extension, memento }));
  command('attnscope.copyMarkdown', ({ copyMarkdown }) => withAnalysis(copyMarkdown));
  return store;
}
