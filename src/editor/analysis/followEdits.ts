import * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
import { textOf } from '../documents/openDocuments';
import type { Analyses } from './analyses';
import { editedAnalysis, editedState, placedIn, resultIn } from './analysisState';

/** Pause in typing, in ms, after which analysed texts are looked for again, in case an edit was undone. */
const UNDO_PAUSE_MS = 300;

/** Keeps up where analysed texts stand: through edits and their undoing, and in a file that is opened again. */
export function followEdits(analyses: Analyses): vscode.Disposable {
  const store = new DisposableStore();
  /** By document: each waits for a pause of its own. */
  const timers = new Map<string, NodeJS.Timeout>();

  const look = (uri: string): void => {
    timers.delete(uri);
    analyses.changeBefore(uri, (analysis) => placedIn(textOf(uri), analysis));
    const state = analyses.state(uri);
    if (state?.kind === 'result') analyses.set(uri, resultIn(textOf(uri), state.analysis));
  };

  const edited = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    const uri = document.uri.toString();
    if (contentChanges.length === 0) return;
    analyses.changeBefore(uri, (analysis) => editedAnalysis(analysis, contentChanges));
    const state = analyses.state(uri);
    if (!state) return;
    const now = editedState(state, contentChanges);
    const isMarked = now.kind === 'result' && state.kind === 'result' && now.analysis.place.changed;
    if (isMarked && !state.analysis.place.changed) analyses.set(uri, now);
    else analyses.setQuietly(uri, now);
    if (now.kind !== 'result') return;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => look(uri), UNDO_PAUSE_MS),
    );
  };

  store.add(vscode.workspace.onDidChangeTextDocument(edited));
  store.add(vscode.workspace.onDidOpenTextDocument(({ uri }) => look(uri.toString())));
  store.add({ dispose: () => timers.forEach((timer) => clearTimeout(timer)) });
  return store;
}
