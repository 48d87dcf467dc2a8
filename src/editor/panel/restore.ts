import { createHash } from 'node:crypto';
import type * as vscode from 'vscode';
import type { Overflow } from '../../protocol/borders/inference';
import type { Analyses } from '../analysis/analyses';
import type { Analyzer } from '../analysis/analyzer';
import { targetAt } from '../analysis/target';
import { DisposableStore } from '../disposable';
import { openDocument } from '../documents/openDocuments';
import type { Place } from '../documents/place';
import type { Panel } from './panel';

const KEY = 'attnscope.lastAnalysis';

/** Which text was analysed last; the text itself is not kept. */
interface Remembered {
  uri: string;
  place: Place;
  sha256: string;
  overflow: Overflow;
}

/**
 * Remembers what is analysed, for a window that is reloaded: as soon as the panel shows that document
 * again, its text is analysed again where it is the same. It is so once, and not after anything else was
 * analysed.
 */
export function registerRestore(
  panel: Pick<Panel, 'document' | 'onDidOpenPage'>,
  analyses: Analyses,
  analyzer: Analyzer,
  memento: vscode.Memento,
): vscode.Disposable {
  const store = new DisposableStore();
  const last = memento.get<Remembered>(KEY);
  let done = false;
  store.add(
    analyses.onDidChange((uri) => {
      done = true;
      const state = analyses.state(uri);
      if (state?.kind !== 'result' || state.analysis.place.changed) return;
      const { place, text, overflow } = state.analysis;
      void memento.update(KEY, { uri, place, sha256: hash(text), overflow } satisfies Remembered);
    }),
  );
  store.add(
    panel.onDidOpenPage(() => {
      if (done || !last || last.uri !== panel.document) return;
      const document = openDocument(last.uri);
      if (!document) return;
      const target = targetAt(document, last.place, last.overflow);
      if (hash(target.text) === last.sha256) void analyzer.analyze(target);
    }),
  );
  return store;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
