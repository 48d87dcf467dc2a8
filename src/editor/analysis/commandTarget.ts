import * as vscode from 'vscode';
import { editorOf, selectionOf, wholeDocument, type AnalysisTarget } from './target';

/**
 * What a command is about, by the arguments that VS Code gives from its place: a cell from the menu
 * of a notebook cell; a file and all selected files from the explorer; else the active editor.
 *
 * @param chosenIn what is chosen in an editor that the command is about
 * @returns nothing where no text is open.
 */
export async function commandTarget(
  argument: unknown,
  selected: unknown,
  chosenIn: (editor: vscode.TextEditor) => AnalysisTarget = selectionOf,
): Promise<AnalysisTarget | undefined> {
  const cell = cellDocument(argument);
  if (cell) {
    const editor = editorOf(cell);
    return editor ? chosenIn(editor) : wholeDocument(cell);
  }
  if (argument instanceof vscode.Uri && Array.isArray(selected)) {
    const document = await vscode.workspace.openTextDocument(argument);
    // Shown, so that its tokens can be found in an editor.
    if (!editorOf(document)) await vscode.window.showTextDocument(document, { preserveFocus: true });
    return wholeDocument(document);
  }
  const editor = vscode.window.activeTextEditor;
  if (editor) return chosenIn(editor);
  const selectedCell = activeCell();
  if (selectedCell) return wholeDocument(selectedCell.document);
  return argument instanceof vscode.Uri
    ? wholeDocument(await vscode.workspace.openTextDocument(argument))
    : undefined;
}

function activeCell(): vscode.NotebookCell | undefined {
  const editor = vscode.window.activeNotebookEditor;
  return editor?.notebook.getCells(editor.selection)[0];
}

function cellDocument(argument: unknown): vscode.TextDocument | undefined {
  if (typeof argument !== 'object' || argument === null || !('document' in argument)) return undefined;
  return vscode.workspace.textDocuments.find((document) => document === argument.document);
}
