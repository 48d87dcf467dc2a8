import * as vscode from 'vscode';
import type { SourceRange } from '../../protocol/prompt';
import type { TokenSpan } from '../../protocol/attention';
import type { Analyses } from '../analysis/analyses';
import { wholeDocument } from '../analysis/target';
import { tokensAt } from '../analysis/tokenRanges';
import { documentAt } from '../documents/openDocuments';
import { runAnalysis, type AnalysisParts } from './runAnalysis';

/**
 * Leaves a passage out in the panel: that of a document which is named, or what is selected in the active editor. The
 * document is analysed first where no model read the passage as it stands.
 */
export async function leaveOut(parts: AnalysisParts, uri: unknown, range: unknown): Promise<void> {
  const named = typeof uri === 'string' ? await documentAt(vscode.Uri.parse(uri)) : undefined;
  const editor = vscode.window.activeTextEditor;
  const passage = named ? (range as SourceRange) : editor && selected(editor);
  const document = named ?? editor?.document;
  if (!document || !passage || passage.start === passage.end) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Select the passage that is to be left out first.'),
    );
    return;
  }
  const known = () => passageIn(parts.analyses, document, passage);
  if (!known()) await runAnalysis(parts, wholeDocument(document));
  const place = known();
  if (!place) return;
  parts.panel.leaveOut(...place);
  await parts.webviews.focus();
}

function selected({ document, selection }: vscode.TextEditor): SourceRange {
  return { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
}

/** The analysis of a document that read the passage, and its tokens. */
function passageIn(
  analyses: Analyses,
  { uri }: vscode.TextDocument,
  passage: SourceRange,
): [analysis: string, tokens: TokenSpan] | undefined {
  const state = analyses.state(uri.toString());
  if (state?.kind !== 'result') return undefined;
  const tokens = tokensAt(state.analysis, passage);
  return tokens ? [state.analysis.id, tokens] : undefined;
}
