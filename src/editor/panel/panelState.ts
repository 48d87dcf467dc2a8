import type * as vscode from 'vscode';
import type { EditedLines, PanelState } from '../../protocol/borders/panel';
import type { Analysis } from '../analysis/analysis';
import type { AnalysisState } from '../analysis/analysisState';
import { changedStretch } from '../documents/changes';
import { documentName } from '../documents/documentName';
import { openDocument } from '../documents/openDocuments';

/** What a page shows of a document; of none where no text is open. */
export function panelState(
  uri: string | undefined,
  state: AnalysisState | undefined,
  pinned: boolean,
): PanelState {
  const document = uri === undefined ? undefined : openDocument(uri);
  switch (state?.kind) {
    case undefined:
      return { kind: 'empty', document: document ? documentName(document) : null };
    case 'loading':
      return {
        kind: 'loading',
        document: state.target.name,
        progress: state.progress,
        former: state.before?.id,
      };
    case 'error':
      return { kind: 'error', document: state.target.name, ...state.error };
    case 'result': {
      const { id, follows, shown, place, line } = state.analysis;
      const linesMoved = document ? document.positionAt(place.start).line - line : 0;
      const edited = document ? editedLines(state.analysis, document) : null;
      const selection = place.whole ? null : line + 1;
      const marks = { stale: place.changed, edited, pinned, linesMoved };
      return { kind: 'result', analysis: id, follows, shown, selection, ...marks };
    }
  }
}

/** The lines that hold all that was edited. */
function editedLines({ text, place, line }: Analysis, document: vscode.TextDocument): EditedLines | null {
  const stretch = changedStretch(place.changes);
  if (!stretch) return null;
  const { was, now } = stretch;
  const lineAt = (offset: number): number => document.positionAt(place.start + offset).line;
  const [start, end] = [lineAt(now.start), lineAt(now.end)];
  const endWas = line + text.slice(0, was.end).split('\n').length - 1;
  const startsLine = (of: string, offset: number): boolean => offset === 0 || of[offset - 1] === '\n';
  // A line that begins right behind the edit is below it.
  const beginsBehind =
    startsLine(text, was.end) && startsLine(document.getText().slice(place.start), now.end);
  const below = beginsBehind ? 1 : 2;
  return {
    line: start + 1,
    endLine: beginsBehind && now.end > now.start ? end : end + 1,
    below: endWas + below,
    belowNow: end + below,
  };
}
