import * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
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
 * nothing of that but the same text, and that the untitled document goes: it fills and saves the file first,
 * then empties and closes the untitled document. Who follows edits too listens to this first.
 */
export function onDidSaveUntitled(
  listener: (untitled: vscode.TextDocument, file: vscode.TextDocument) => void,
): vscode.Disposable {
  const { workspace } = vscode;
  const store = new DisposableStore();
  /** The file of the last save, and untitled documents of the same text, one of which it may have been. */
  let saved: { file: vscode.TextDocument; like: Set<vscode.TextDocument> } | undefined;
  const gone = (document: vscode.TextDocument): void => {
    if (saved?.like.delete(document)) listener(document, saved.file);
  };
  store.add(
    workspace.onDidSaveTextDocument((file) => {
      const text = file.getText();
      const like = workspace.textDocuments.filter(
        (other) => other.uri.scheme === 'untitled' && other.getText() === text,
      );
      saved = { file, like: new Set(like) };
    }),
  );
  store.add(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // The text of any other document is not asked for: it may be long, and this is each edit.
      if (!saved?.like.has(document)) return;
      if (document.getText() === '') gone(document);
      else if (contentChanges.length > 0) saved.like.delete(document);
    }),
  );
  store.add(workspace.onDidCloseTextDocument(gone));
  return store;
}
