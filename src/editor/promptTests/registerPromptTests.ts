import * as vscode from 'vscode';
import { isPromptTest, PROMPT_TEST_GLOB } from '../../promptTests/fileNames';
import type { Reader } from '../analysis/readTarget';
import type { AnalysisParts } from '../commands/runAnalysis';
import { DisposableStore } from '../disposable';
import type { ShowTested, TestedPlace } from './showTested';

/** The editor of result files, as package.json names it. */
const RESULTS = 'attnscope.promptResults';

/**
 * Registers prompt tests with the Test Explorer once there are any, and the view of their results. The rest is a
 * program of its own, which is loaded with the first test file or result that is there.
 */
export function registerPromptTests(parts: AnalysisParts, reader: Reader): vscode.Disposable {
  const { workspace, window } = vscode;
  const store = new DisposableStore();
  const load = () => import('./testProgram');
  let started: Promise<ShowTested> | undefined;
  const start = (): Promise<ShowTested> =>
    (started ??= load().then(({ startPromptTests }) => store.add(startPromptTests(parts, reader))));
  const startFor = ({ uri }: Pick<vscode.TextDocument, 'uri'>): void => {
    if (isPromptTest(uri.path)) void start();
  };
  const watcher = store.add(workspace.createFileSystemWatcher(PROMPT_TEST_GLOB, false, true, true));
  store.add(watcher.onDidCreate(start));
  store.add(workspace.onDidOpenTextDocument(startFor));
  workspace.textDocuments.forEach(startFor);
  void workspace.findFiles(PROMPT_TEST_GLOB, '**/node_modules/**', 1).then(([first]) => first && start());
  store.add(
    vscode.commands.registerCommand('attnscope.showTestedPrompt', async (place: TestedPlace) =>
      (await start()).show(place),
    ),
  );
  store.add(
    window.registerCustomEditorProvider(RESULTS, {
      resolveCustomTextEditor: async (document, panel) => {
        const { showResults } = await load();
        showResults(document, panel);
      },
    }),
  );
  return store;
}
