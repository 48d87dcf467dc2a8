import type * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
import { onDidCloseForGood, onDidSaveUntitled } from '../documents/documentLife';
import type { Analyses } from './analyses';
import { movedTo } from './analysis';
import { movedState } from './analysisState';
import type { Analyzer } from './analyzer';
import type { ReadAsChoices } from '../settings/readAsChoices';

/**
 * Takes an analysis, and how its text is read, along when its untitled document is saved, and forgets both
 * where its text is gone for good.
 */
export function followDocuments(
  analyses: Analyses,
  analyzer: Analyzer,
  readAs: Pick<ReadAsChoices, 'move' | 'choose' | 'treatAsData'>,
): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    onDidCloseForGood((closed) => {
      const uri = closed.toString();
      // Nothing needs a document to be open, but text that is nowhere else cannot come back.
      if (closed.scheme !== 'untitled') return;
      readAs.choose(closed, undefined);
      readAs.treatAsData(closed, false);
      const isRead = analyses.running?.uri === uri;
      analyses.forget(uri);
      if (isRead) analyzer.cancel();
    }),
  );
  store.add(
    onDidSaveUntitled((untitled, file) => {
      readAs.move(untitled.uri, file.uri);
      const uri = untitled.uri.toString();
      analyses.changeBefore(uri, (analysis) => movedTo(file, analysis));
      const state = analyses.state(uri);
      if (state) analyses.move(uri, file.uri.toString(), movedState(state, file));
    }),
  );
  return store;
}
