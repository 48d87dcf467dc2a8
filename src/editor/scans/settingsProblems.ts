import * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
import type { FolderDecisions } from './folderDecisions';

/**
 * Lists what is wrong in settings of folders, at its line: without it, it would be seen of the documents alone that are
 * not scanned. What the schema of the file tells, VS Code shows itself.
 */
export function registerSettingsProblems(
  decisions: Pick<FolderDecisions, 'wrong' | 'onDidLearn' | 'onDidForget'>,
): vscode.Disposable {
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection('attnscope-settings'));
  const update = (): void => {
    collection.clear();
    for (const { file, problems, bySchema } of decisions.wrong) {
      if (bySchema) continue;
      const diagnostics = problems.map(({ message, line, column, endLine, endColumn }) => {
        const start = new vscode.Position(line - 1, column - 1);
        const range = new vscode.Range(start, new vscode.Position(endLine - 1, endColumn - 1));
        const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
        diagnostic.source = 'Attnscope';
        return diagnostic;
      });
      collection.set(vscode.Uri.file(file), diagnostics);
    }
  };
  store.add(decisions.onDidLearn(update));
  store.add(decisions.onDidForget(update));
  return store;
}
