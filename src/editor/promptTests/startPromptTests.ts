import * as vscode from 'vscode';
import type { Reader } from '../analysis/readTarget';
import type { AnalysisParts } from '../commands/runAnalysis';
import { DisposableStore } from '../disposable';
import { runTests, type Running } from './runTests';
import { showTested, type ShowTested } from './showTested';
import { TestFiles } from './testFiles';

/** Puts the tests of prompts into the Test Explorer. */
export function startPromptTests(parts: AnalysisParts, reader: Reader): ShowTested {
  const store = new DisposableStore();
  const controller = store.add(
    vscode.tests.createTestController('attnscope.promptTests', vscode.l10n.t('Prompt Tests')),
  );
  const files = store.add(new TestFiles(controller));
  const running: Running = { controller, files, reader, last: new Map() };
  controller.resolveHandler = () => files.discover();
  controller.refreshHandler = () => files.discover();
  controller.createRunProfile(
    vscode.l10n.t('Run Prompt Tests'),
    vscode.TestRunProfileKind.Run,
    (request, token) =>
      request.continuous ? runOnChange(running, request, token) : runTests(running, request, token),
    true,
    undefined,
    true,
  );
  const { show } = store.add(showTested(parts, running));
  void files.discover();
  return { show, dispose: () => store.dispose() };
}

/** Runs tests again whenever their file, or one that their prompts are made of, is saved. */
function runOnChange(
  running: Running,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
): void {
  const { files } = running;
  const { profile, exclude } = request;
  let last = Promise.resolve();
  const onSave = vscode.workspace.onDidSaveTextDocument(({ uri }) => {
    last = last.then(async () => {
      if (token.isCancellationRequested) return;
      const include = files.concernedBy(uri).filter((item) => isAsked(item, request.include));
      if (include.length > 0)
        await runTests(running, new vscode.TestRunRequest(include, exclude, profile, true), token);
    });
  });
  token.onCancellationRequested(() => onSave.dispose());
}

/** Whether a test, or the file that it is in, is among those that were asked for; all are where none are named. */
function isAsked(item: vscode.TestItem, asked: readonly vscode.TestItem[] | undefined): boolean {
  return !asked || asked.some(({ id }) => id === item.id || id === item.parent?.id);
}
