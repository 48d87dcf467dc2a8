import type { PanelState } from '../../protocol/borders/panel';
import type { AnalysisState } from '../analysis/analysisState';
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
      return { kind: 'loading', document: state.target.name, progress: state.progress };
    case 'error':
      return { kind: 'error', document: state.target.name, ...state.error };
    case 'result': {
      const { id, shown, place, line } = state.analysis;
      const isFound = document && !place.changed;
      const linesMoved = isFound ? document.positionAt(place.start).line - line : 0;
      return { kind: 'result', analysis: id, shown, stale: place.changed, pinned, linesMoved };
    }
  }
}
