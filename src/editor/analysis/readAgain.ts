import * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
import { openDocument } from '../documents/openDocuments';
import type { ModelProcess } from '../model/modelProcess';
import { readSettings } from '../settings/readSettings';
import type { Analyses } from './analyses';
import type { Analyzer } from './analyzer';

/** Pause in typing, in ms, after which an analysed text is read again where the settings want that. */
const TYPING_PAUSE_MS = 800;
/** The same after a save: some files are saved with every edit. */
const SAVE_PAUSE_MS = 250;

/**
 * Reads an analysed text again once it was edited, when it is saved or when typing pauses, as the settings say.
 * No model is loaded for that where nobody sees what comes of it.
 */
export function registerReadAgain(
  analyses: Analyses,
  analyzer: Analyzer,
  model: Pick<ModelProcess, 'state'>,
  panel: { readonly visible: boolean },
): vscode.Disposable {
  const store = new DisposableStore();
  const timers = new Map<string, NodeJS.Timeout>();
  /** Documents to be read, one after the other: one that is read is not given up for the next. */
  const due = new Set<string>();
  let isReading = false;

  /** What the person asked for goes first. */
  const readDue = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    for (const next of due) {
      if (analyses.running) break;
      due.delete(next);
      const document = openDocument(next);
      if (document) await analyzer.readAgain(document);
    }
    isReading = false;
  };
  const read = (uri: string): void => {
    due.add(uri);
    void readDue();
  };
  /** Does it once nothing more comes for so many ms. */
  const afterPause = (uri: string, ms: number, act: () => void): void => {
    clearTimeout(timers.get(uri));
    timers.set(uri, setTimeout(act, ms));
  };

  const isWarm = (): boolean => model.state === 'ready' || model.state === 'busy';
  const when = (uri: vscode.Uri) => readSettings(uri).analysis.readAgain;

  const saved = ({ uri }: vscode.TextDocument): void => {
    const key = uri.toString();
    if (!analyses.state(key) || when(uri) === 'never') return;
    afterPause(key, SAVE_PAUSE_MS, () => {
      if (isWarm() || panel.visible) read(key);
    });
  };

  store.add(vscode.workspace.onDidSaveTextDocument(saved));
  // Of the cells of a notebook it is not told that they are saved.
  store.add(
    vscode.workspace.onDidSaveNotebookDocument((notebook) =>
      notebook.getCells().forEach(({ document }) => saved(document)),
    ),
  );
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges }) => {
      const key = uri.toString();
      if (contentChanges.length === 0 || !analyses.state(key) || when(uri) !== 'typing') return;
      afterPause(key, TYPING_PAUSE_MS, () => {
        if (isWarm()) read(key);
      });
    }),
  );
  store.add(
    analyses.onDidChange(() => {
      if (due.size > 0 && !analyses.running) void readDue();
    }),
  );
  store.add({ dispose: () => timers.forEach((timer) => clearTimeout(timer)) });
  return store;
}
