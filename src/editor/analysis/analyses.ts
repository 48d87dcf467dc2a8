import * as vscode from 'vscode';
import type { Analysis } from './analysis';
import type { AnalysisState, LoadingState } from './analysisState';

/** Results kept, those of the documents analysed last. */
const MOST_KEPT = 8;

/**
 * What is known of the analysis of each document, by its URI. Results outlive their document's tab, since
 * it may be opened again with the same text.
 */
export class Analyses implements vscode.Disposable {
  private readonly states = new Map<string, AnalysisState>();
  private readonly changed = new vscode.EventEmitter<string>();

  /** Tells the URI of the document whose state is another one. */
  readonly onDidChange = this.changed.event;

  state(uri: string): AnalysisState | undefined {
    return this.states.get(uri);
  }

  /** The analysis that runs: one at most. */
  get running(): { uri: string; state: LoadingState } | undefined {
    for (const [uri, state] of this.states) if (state.kind === 'loading') return { uri, state };
    return undefined;
  }

  /** A result by the name that pages know it by. */
  byId(id: string): Analysis | undefined {
    for (const state of this.states.values()) {
      if (state.kind === 'result' && state.analysis.id === id) return state.analysis;
    }
    return undefined;
  }

  /** Sets what is known of a document; `undefined`: no longer anything. */
  set(uri: string, state: AnalysisState | undefined): void {
    this.states.delete(uri);
    if (state) this.states.set(uri, state);
    for (const [oldest, { kind }] of this.states) {
      if (this.states.size <= MOST_KEPT) break;
      if (kind !== 'loading') this.states.delete(oldest);
    }
    this.changed.fire(uri);
  }

  /** The same for changes that nobody is told of, such as each key that is typed. */
  setQuietly(uri: string, state: AnalysisState): void {
    this.states.set(uri, state);
  }

  /** Takes what is known of one document to another. */
  move(from: string, to: string, state: AnalysisState): void {
    this.states.delete(from);
    this.states.set(to, state);
    this.changed.fire(from);
    this.changed.fire(to);
  }

  dispose(): void {
    this.changed.dispose();
    this.states.clear();
  }
}
