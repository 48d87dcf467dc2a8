import * as vscode from 'vscode';
import { chosenOrAll, editorOf, selectionOf, wholeDocument, type AnalysisTarget } from './target';

/**
 * What a command is about, by the arguments that VS Code gives from its place: a cell from the menu
 * of a notebook cell; a file and all selected files from the explorer; a document alone from the
 * menus of its editor, from tasks and from other extensions; else the active editor.
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
  if (cell) return chosenOrAll(cell, chosenIn);
  if (argument instanceof vscode.Uri) {
    // A file that is pointed at in the explorer is meant as a whole.
    if (Array.isArray(selected)) return wholeDocument(await shownDocument(argument));
    if (!isActive(argument)) return chosenOrAll(await shownDocument(argument), chosenIn);
  }
  const editor = vscode.window.activeTextEditor;
  if (editor) return chosenIn(editor);
  const selectedCell = activeCell();
  return selectedCell && wholeDocument(selectedCell.document);
}

/** Opens a document, and shows it, so that its tokens can be found in an editor. */
async function shownDocument(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (!editorOf(document)) await vscode.window.showTextDocument(document, { preserveFocus: true });
  return document;
}

/** Whether a URI is that of the active editor, be it of text or of a notebook. */
function isActive(uri: vscode.Uri): boolean {
  const { activeTextEditor, activeNotebookEditor } = vscode.window;
  return [activeTextEditor?.document, activeNotebookEditor?.notebook].some(
    (active) => active?.uri.toString() === uri.toString(),
  );
}

function activeCell(): vscode.NotebookCell | undefined {
  const editor = vscode.window.activeNotebookEditor;
  return editor?.notebook.getCells(editor.selection)[0];
}

function cellDocument(argument: unknown): vscode.TextDocument | undefined {
  if (typeof argument !== 'object' || argument === null || !('document' in argument)) return undefined;
  return vscode.workspace.textDocuments.find((document) => document === argument.document);
}
