import * as vscode from 'vscode';
import { openDocument } from './openDocuments';

/** Calls when a document was closed for good: one whose language changes is closed and opened at once. */
export function onDidCloseForGood(listener: (uri: vscode.Uri) => void): vscode.Disposable {
  return vscode.workspace.onDidCloseTextDocument(({ uri }) =>
    setImmediate(() => {
      if (!openDocument(uri.toString())) listener(uri);
    }),
  );
}

/**
 * Calls when an untitled document was saved, with the file that its text is in from now on. VS Code tells
 * nothing of that but the same text: it fills and saves the file first, then empties and closes the
 * untitled document.
 */
export function onDidSaveUntitled(
  listener: (untitled: vscode.TextDocument, file: vscode.TextDocument) => void,
): vscode.Disposable {
  return vscode.workspace.onDidSaveTextDocument((file) => {
    const text = file.getText();
    for (const other of vscode.workspace.textDocuments) {
      if (other.uri.scheme === 'untitled' && other.getText() === text) listener(other, file);
    }
  });
}
