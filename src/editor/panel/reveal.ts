import * as vscode from 'vscode';
import type { SourceRange } from '../../protocol/prompt';
import type { Analysis } from '../analysis/analysis';
import type { Analyses } from '../analysis/analyses';
import { cellOf } from '../documents/documentName';
import { rangeNow } from '../documents/changes';
import { documentAt, editorOf } from '../documents/openDocuments';
import { placeIn } from '../documents/place';

/** Selects and marks places of analysed texts in their editors. */
export class Reveal implements vscode.Disposable {
  private last: { uri: string; selection: vscode.Selection } | undefined;
  /** Made when something is first pointed at. */
  private looked: vscode.TextEditorDecorationType | undefined;

  constructor(private readonly analyses: Analyses) {}

  /**
   * Selects a range of the text of an analysis in the editor that shows it, opened where none does. The
   * keyboard stays where it is. Where the text was edited since, what stands there by now is selected.
   */
  async show(analysis: string, range: SourceRange): Promise<void> {
    const uri = this.analyses.byId(analysis)?.uri;
    const document = uri && (await documentAt(uri));
    if (!document || !this.analyses.byId(analysis)) return;
    const editor = editorOf(document) ?? (await showAgain(document));
    // Showing takes a moment in which the text may have been edited, or the analysis given up.
    const known = this.analyses.byId(analysis);
    if (!editor || !known) return;
    const { start, end } = standingRange(document, known, range);
    const selection = new vscode.Selection(start, end);
    this.last = { uri: uri.toString(), selection };
    editor.selection = selection;
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Marks the range that is pointed at in the editors that show it, in place of the one before. */
  mark(analysis: string, range: SourceRange): void {
    this.looked ??= vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor('editor.findRangeHighlightBackground'),
      outline: '1px solid',
      outlineColor: new vscode.ThemeColor('editorCursor.foreground'),
      overviewRulerColor: new vscode.ThemeColor('editorCursor.foreground'),
    });
    const known = this.analyses.byId(analysis);
    for (const editor of vscode.window.visibleTextEditors) {
      const isIts = known?.uri.toString() === editor.document.uri.toString();
      editor.setDecorations(
        this.looked,
        known && isIts ? [standingRange(editor.document, known, range)] : [],
      );
    }
  }

  /** Nothing is pointed at any more, as when the page is gone. */
  unmark(): void {
    if (!this.looked) return;
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.looked, []);
  }

  dispose(): void {
    this.looked?.dispose();
  }

  /** Whether what is selected is what was selected from here, and so no choice of the person's. */
  isOurs({ document, selection }: vscode.TextEditor): boolean {
    return this.last?.uri === document.uri.toString() && this.last.selection.isEqual(selection);
  }
}

/** Where a range of an analysed text is in its document, or what stands there by now. */
function standingRange(document: vscode.TextDocument, known: Analysis, range: SourceRange): vscode.Range {
  const place = placeIn(document.getText(), known.place, known.text);
  const { start, end } = rangeNow(place.changes, range);
  return new vscode.Range(document.positionAt(place.start + start), document.positionAt(place.start + end));
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
