import { createHash } from 'node:crypto';
import type * as vscode from 'vscode';
import type { Analyses } from './analyses';
import type { Overflow } from '../../protocol/inference';
import type { Place } from '../documents/place';
import { openDocument, targetAt } from '../documents/target';

const KEY = 'attnscope.lastAnalysis';

/** Which text was analysed last; the text itself is not kept. */
interface Remembered {
  uri: string;
  place: Place;
  sha256: string;
  overflow: Overflow;
}

/** Remembers what is analysed, so that a window that is loaded anew can show it again. */
export function rememberAnalyses(analyses: Analyses, memento: vscode.Memento): vscode.Disposable {
  return analyses.onDidChange((uri) => {
    const state = analyses.state(uri);
    if (state?.kind !== 'result' || state.analysis.place.changed) return;
    const { place, text, overflow } = state.analysis;
    void memento.update(KEY, { uri, place, sha256: hash(text), overflow } satisfies Remembered);
  });
}

/**
 * Makes what is called with the document that a panel shows, whenever a page of it has come: it analyses
 * again what was analysed last before the window was loaded anew, where that is this document and the text
 * is the same. It does so once, and not after anything else was analysed.
 */
export function createRestore(
  analyses: Analyses,
  memento: vscode.Memento,
): (shown: string | undefined) => void {
  let done = false;
  analyses.onDidStart(() => (done = true));
  return (shown) => {
    const last = memento.get<Remembered>(KEY);
    if (done || !last || last.uri !== shown) return;
    const document = openDocument(shown);
    if (!document) return;
    const target = targetAt(document, last.place, last.overflow);
    if (hash(target.text) === last.sha256) void analyses.analyze(target);
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
