import * as vscode from 'vscode';
import type { SourceRange } from '../../protocol/prompt';
import type { Analysis } from '../analysis/analysis';
import { cellOf } from '../documents/documentName';
import { documentAt, editorOf } from '../documents/target';

/** Selects places of analysed texts in their editors. */
export class Reveal {
  private last: { uri: string; selection: vscode.Selection } | undefined;

  /**
   * Selects a range of the analysed text in the editor that shows it, opened where none does. The
   * keyboard stays where it is. Does nothing where the text was edited since.
   */
  async show(analysis: Analysis, { start, end }: SourceRange): Promise<void> {
    const document = await documentAt(analysis.uri);
    if (!document || analysis.place.changed) return;
    const editor = editorOf(document) ?? (await showAgain(document));
    // Showing takes a moment in which the text may have been edited.
    if (!editor || analysis.place.changed) return;
    const { start: base } = analysis.place;
    const selection = new vscode.Selection(
      document.positionAt(base + start),
      document.positionAt(base + end),
    );
    this.last = { uri: analysis.uri.toString(), selection };
    editor.selection = selection;
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Whether what is selected is what was selected from here, and so no choice of the person's. */
  isOurs({ document, selection }: vscode.TextEditor): boolean {
    return this.last?.uri === document.uri.toString() && this.last.selection.isEqual(selection);
  }
}

async function showAgain(document: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
  const cell = cellOf(document.uri);
  if (!cell) {
    const viewColumn = vscode.window.tabGroups.all.find(
      (group) => group.activeTab?.input instanceof vscode.TabInputText,
    )?.viewColumn;
    return vscode.window.showTextDocument(document, {
      preserveFocus: true,
      viewColumn: viewColumn ?? vscode.ViewColumn.One,
    });
  }
  const range = new vscode.NotebookRange(cell.index, cell.index + 1);
  await vscode.window.showNotebookDocument(cell.notebook, { preserveFocus: true, selections: [range] });
  return editorOf(document);
}
