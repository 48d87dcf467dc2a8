import * as vscode from 'vscode';
import type { Analysis } from './analysis';
import { lastResult, type AnalysisState, type LoadingState } from './analysisState';

/** Results kept, those of the documents analysed last, and as many that others took the place of. */
const MOST_KEPT = 8;

/**
 * What is known of the analysis of each document, by its URI. Results outlive their document's tab, since
 * it may be opened again with the same text.
 */
export class Analyses implements vscode.Disposable {
  private readonly states = new Map<string, AnalysisState>();
  /** Results that others of the same document took the place of, the newest first. */
  private before: readonly Analysis[] = [];
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

  /** All results, those that hold and those before them, the newest first. */
  get all(): Analysis[] {
    const now = [...this.states.values()].flatMap((state) => lastResult(state) ?? []);
    return [...now, ...this.before].sort((one, other) => other.at - one.at);
  }

  /** A result by the name that pages know it by. */
  byId(id: string): Analysis | undefined {
    for (const state of this.states.values()) {
      const last = lastResult(state);
      if (last?.id === id) return last;
    }
    return this.before.find((analysis) => analysis.id === id);
  }

  /** Sets what is known of a document; `undefined`: no longer anything but what was before. */
  set(uri: string, state: AnalysisState | undefined): void {
    this.keep(lastResult(this.states.get(uri)), lastResult(state));
    this.states.delete(uri);
    if (state) this.states.set(uri, state);
    for (const [oldest, { kind }] of this.states) {
      if (this.states.size <= MOST_KEPT) break;
      if (kind !== 'loading') this.states.delete(oldest);
    }
    this.changed.fire(uri);
  }

  /** Changes what was known before of a document, as after an edit; nobody is told. */
  changeBefore(uri: string, change: (analysis: Analysis) => Analysis): void {
    this.before = this.before.map((one) => (one.uri.toString() === uri ? change(one) : one));
  }

  /** Forgets all that is known of a document. */
  forget(uri: string): void {
    this.before = this.before.filter((one) => one.uri.toString() !== uri);
    if (this.states.delete(uri)) this.changed.fire(uri);
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
    this.before = [];
  }

  /** Keeps a result whose place another takes, but one that nobody asked for and that is read again. */
  private keep(old: Analysis | undefined, now: Analysis | undefined): void {
    const others = this.before.filter(({ id }) => id !== old?.id && id !== now?.id);
    const isPassing = old && old.follows !== null && now?.follows === old.id;
    const isKept = old && old.id !== now?.id && !isPassing;
    this.before = (isKept ? [old, ...others] : others).slice(0, MOST_KEPT);
  }
}
