import * as vscode from 'vscode';

/** An open document by its URI. */
export function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/** The text of an open document by its URI. */
export function textOf(uri: string): string | undefined {
  return openDocument(uri)?.getText();
}

/** A document by its URI, opened if it is not open; an untitled one or a cell has nowhere to come from. */
export async function documentAt(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = openDocument(uri.toString());
  if (open || uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return open;
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // The file is gone.
    return undefined;
  }
}

/** A visible editor of a document. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}
