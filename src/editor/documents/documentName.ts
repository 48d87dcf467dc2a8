import * as vscode from 'vscode';

/** The name of a document as its tab shows it; of a notebook cell with its number. */
export function documentName({ uri }: vscode.TextDocument): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const cell = cellOf(uri);
  return cell ? vscode.l10n.t('{0}, cell {1}', name, cell.index + 1) : name;
}

/** The notebook cell whose text a document is; nothing for other documents. */
export function cellOf(uri: vscode.Uri): vscode.NotebookCell | undefined {
  if (uri.scheme !== 'vscode-notebook-cell') return undefined;
  const own = uri.toString();
  for (const notebook of vscode.workspace.notebookDocuments) {
    const cell = notebook.getCells().find(({ document }) => document.uri.toString() === own);
    if (cell) return cell;
  }
  return undefined;
}
