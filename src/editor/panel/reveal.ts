import * as vscode from 'vscode';
import type { SourceRange } from '../../protocol/prompt';
import type { Analysis } from '../analysis/analysis';
import type { Analyses } from '../analysis/analyses';
import { cellOf } from '../documents/documentName';
import { documentAt, editorOf } from '../documents/openDocuments';

/** Selects places of analysed texts in their editors. */
export class Reveal {
  private last: { uri: string; selection: vscode.Selection } | undefined;

  constructor(private readonly analyses: Analyses) {}

  /**
   * Selects a range of the text of an analysis in the editor that shows it, opened where none does. The
   * keyboard stays where it is. Does nothing where the text was edited since.
   */
  async show(analysis: string, { start, end }: SourceRange): Promise<void> {
    const uri = this.standing(analysis)?.uri;
    const document = uri && (await documentAt(uri));
    if (!document || !this.standing(analysis)) return;
    const editor = editorOf(document) ?? (await showAgain(document));
    // Showing takes a moment in which the text may have been edited.
    const place = this.standing(analysis)?.place;
    if (!editor || !place) return;
    const selection = new vscode.Selection(
      document.positionAt(place.start + start),
      document.positionAt(place.start + end),
    );
    this.last = { uri: uri.toString(), selection };
    editor.selection = selection;
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Whether what is selected is what was selected from here, and so no choice of the person's. */
  isOurs({ document, selection }: vscode.TextEditor): boolean {
    return this.last?.uri === document.uri.toString() && this.last.selection.isEqual(selection);
  }

  /** An analysis whose text stands in its document as it was read. */
  private standing(id: string): Analysis | undefined {
    const analysis = this.analyses.byId(id);
    return analysis?.place.changed ? undefined : analysis;
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
