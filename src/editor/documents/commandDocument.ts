import * as vscode from 'vscode';
import { editorOf } from './openDocuments';

/** The document that a command is about. */
export interface CommandDocument {
  document: vscode.TextDocument;
  /** The editor whose selection counts; nothing where the document is meant as a whole. */
  editor: vscode.TextEditor | undefined;
}

/**
 * What a command is about, by the arguments that VS Code gives from its place: a cell from the menu
 * of a notebook cell; a file and all selected files from the explorer; a document alone from the
 * menus of its editor, from tasks and from other extensions; else the active editor.
 *
 * @returns nothing where no text is open.
 */
export async function commandDocument(
  argument: unknown,
  selected: unknown,
): Promise<CommandDocument | undefined> {
  const cell = cellDocument(argument);
  if (cell) return { document: cell, editor: editorOf(cell) };
  if (argument instanceof vscode.Uri) {
    // A file that is pointed at in the explorer is meant as a whole.
    if (Array.isArray(selected)) return { document: await shownDocument(argument), editor: undefined };
    if (!isActive(argument)) {
      const document = await shownDocument(argument);
      return { document, editor: editorOf(document) };
    }
  }
  const editor = vscode.window.activeTextEditor;
  if (editor) return { document: editor.document, editor };
  const selectedCell = activeCell();
  return selectedCell && { document: selectedCell.document, editor: undefined };
}

/** Opens a document, and shows it, so that its tokens can be found in an editor. */
async function shownDocument(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (!editorOf(document)) await vscode.window.showTextDocument(document, { preserveFocus: true });
  return document;
}

/** Whether a URI is that of the active editor, a text or a notebook editor. */
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
