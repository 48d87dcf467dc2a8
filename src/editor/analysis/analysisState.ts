import type * as vscode from 'vscode';
import type { WireError } from '../../protocol/errors';
import type { InferenceProgress } from '../../protocol/borders/inference';
import { afterEdits, placeIn, type Edit, type Place } from '../documents/place';
import { movedTo, type Analysis } from './analysis';
import { targetAt, targetIn, type AnalysisTarget } from './target';

/** What there is to say of a document's analysis. `place` is where the text of `target` stands by now. */
export type AnalysisState =
  | {
      kind: 'loading';
      target: AnalysisTarget;
      place: Place;
      progress: InferenceProgress | null;
      /** What was known before, for the case that this one is cancelled. */
      before: Analysis | undefined;
    }
  | { kind: 'error'; target: AnalysisTarget; place: Place; error: WireError }
  | { kind: 'result'; analysis: Analysis };

export type LoadingState = AnalysisState & { kind: 'loading' };

/** The last result, though another may be on its way. */
export function lastResult(state: AnalysisState | undefined): Analysis | undefined {
  if (state?.kind === 'loading') return state.before;
  return state?.kind === 'result' ? state.analysis : undefined;
}

/** An analysis once its document was edited. */
export function editedAnalysis(analysis: Analysis, edits: readonly Edit[]): Analysis {
  return { ...analysis, place: afterEdits(analysis.place, edits) };
}

/** The state once its document was edited. */
export function editedState(state: AnalysisState, edits: readonly Edit[]): AnalysisState {
  const edited = (analysis: Analysis): Analysis => editedAnalysis(analysis, edits);
  if (state.kind === 'result') return { ...state, analysis: edited(state.analysis) };
  const place = afterEdits(state.place, edits);
  if (state.kind === 'error') return { ...state, place };
  return { ...state, place, before: state.before && edited(state.before) };
}

/** The state as one of the document that its text is in from now on. */
export function movedState(state: AnalysisState, document: vscode.TextDocument): AnalysisState {
  if (state.kind === 'result') return { ...state, analysis: movedTo(document, state.analysis) };
  const target = targetIn(document, state.target);
  if (state.kind === 'error') return { ...state, target };
  return { ...state, target, before: state.before && movedTo(document, state.before) };
}

/** An analysis whose text was found by looking in the text of its document; as it is while that is closed. */
export function placedIn(text: string | undefined, analysis: Analysis): Analysis {
  return { ...analysis, place: placeIn(text, analysis.place, analysis.text) };
}

/** The same as a state. */
export function resultIn(text: string | undefined, analysis: Analysis): AnalysisState {
  return { kind: 'result', analysis: placedIn(text, analysis) };
}

/** The text that was analysed or failed to be, as it is now, to be read as it was; nothing where none was. */
export function targetAgain(
  state: AnalysisState | undefined,
  document: vscode.TextDocument,
): AnalysisTarget | undefined {
  if (!state || state.kind === 'loading') return undefined;
  if (state.kind === 'error') return targetAt(document, state.place, state.target.overflow);
  return targetAt(document, state.analysis.place, state.analysis.overflow);
}
