import * as vscode from 'vscode';
import type { WireError } from '../../protocol/errors';
import type { InferenceProgress, Overflow } from '../../protocol/inference';
import { DisposableStore } from '../disposable';
import { readSettings } from '../settings/readSettings';
import type { Scanner } from '../scanner/scanner';
import { translated } from '../translated';
import { finishedAnalysis, movedTo, type Analysis } from './analysis';
import type { ModelProcess } from '../model/modelProcess';
import { afterEdits, standsAt, type Place } from '../documents/place';
import { documentName } from '../documents/documentName';
import { openDocument, sourcesOf, targetAt, type AnalysisTarget } from '../documents/target';

/** What there is to say of a document's analysis. */
export type AnalysisState =
  | { kind: 'loading'; name: string; progress: InferenceProgress | null }
  | { kind: 'error'; name: string; error: WireError; place: Place; overflow: Overflow }
  | { kind: 'result'; analysis: Analysis };

/** How a request ended. */
export type Outcome =
  { kind: 'result'; analysis: Analysis } | { kind: 'error'; error: WireError } | { kind: 'cancelled' };

/** A request that is being answered. */
interface Run {
  target: AnalysisTarget;
  uri: string;
  /** Where the text stands by now. */
  place: Place;
  /** What was known before, for the case that it is cancelled. */
  before: Analysis | undefined;
  abort: AbortController;
}

/** Evaluated on the first request, so that VS Code starts without them. */
const readers = async () => ({
  ...(await import('../../analysis/analyzePrompt')),
  ...(await import('../model/modelOf')),
});

/** Results kept, those of the documents analysed last. */
const MOST_KEPT = 8;
/** Pause in typing, in ms, after which it is looked whether an edit was taken back. */
const UNDO_PAUSE_MS = 300;

/** What analysing needs of the installed extension. */
export interface AnalysisFiles {
  bundledModel: string;
  toolVersion: string;
}

/**
 * The last analysis of each document, and the one that runs: a new request ends the one before.
 * Results outlive their document's tab, since it may be opened again with the same text.
 */
export class Analyses implements vscode.Disposable {
  private readonly states = new Map<string, AnalysisState>();
  private run: Run | undefined;
  private readonly store = new DisposableStore();
  private readonly changed = this.store.add(new vscode.EventEmitter<string>());
  private readonly started = this.store.add(new vscode.EventEmitter<string>());
  /** By document: each waits for a pause of its own. */
  private readonly undoTimers = new Map<string, NodeJS.Timeout>();

  /** Tells the URI of the document whose state is another one. */
  readonly onDidChange = this.changed.event;
  /** Tells the URI of the document that an analysis was asked for. */
  readonly onDidStart = this.started.event;

  constructor(
    private readonly model: ModelProcess,
    private readonly scanner: Scanner,
    private readonly files: AnalysisFiles,
  ) {
    this.store.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.edited(document, contentChanges);
      }),
    );
    this.store.add(vscode.workspace.onDidOpenTextDocument(({ uri }) => this.compare(uri.toString())));
    this.store.add(vscode.workspace.onDidSaveTextDocument((document) => this.saved(document)));
    this.store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.closed(uri)));
    this.store.add({ dispose: () => this.undoTimers.forEach((timer) => clearTimeout(timer)) });
  }

  /** URI of the document that is being analysed. */
  get running(): string | undefined {
    return this.run?.uri;
  }

  state(uri: string): AnalysisState | undefined {
    return this.states.get(uri);
  }

  /** A result by the name that pages know it by. */
  byId(id: string): Analysis | undefined {
    for (const state of this.states.values()) {
      if (state.kind === 'result' && state.analysis.id === id) return state.analysis;
    }
    return undefined;
  }

  /** Analyses a text; ends what runs. Never rejects. */
  async analyze(target: AnalysisTarget): Promise<Outcome> {
    this.cancel();
    const uri = target.document.uri.toString();
    const before = this.lastOf(uri);
    const run: Run = { target, uri, place: target.place, before, abort: new AbortController() };
    this.run = run;
    this.set(uri, { kind: 'loading', name: target.name, progress: null });
    this.started.fire(uri);
    const outcome = await this.read(run);
    if (this.run === run) this.run = undefined;
    // A later request on the same document has taken its place.
    else if (this.run?.uri === run.uri) return { kind: 'cancelled' };
    this.set(run.uri, this.stateAfter(run, outcome));
    return outcome;
  }

  /** The text of a document that was analysed or failed to be, as it is now, to be read as it was; nothing where none was. */
  again(document: vscode.TextDocument): AnalysisTarget | undefined {
    const state = this.states.get(document.uri.toString());
    if (!state || state.kind === 'loading') return undefined;
    const { place, overflow } = state.kind === 'result' ? state.analysis : state;
    return targetAt(document, place, overflow);
  }

  /** Ends the analysis that runs, if one does. */
  cancel(): void {
    this.run?.abort.abort();
  }

  dispose(): void {
    this.cancel();
    this.store.dispose();
    this.states.clear();
  }

  private async read(run: Run): Promise<Outcome> {
    const { target } = run;
    const { signal } = run.abort;
    const onProgress = (progress: InferenceProgress): void => {
      if (this.run === run && !signal.aborted)
        this.set(run.uri, { kind: 'loading', name: run.target.name, progress });
    };
    try {
      const { analyzePrompt, modelOf } = await readers();
      const model = modelOf(target.document.uri, this.files.bundledModel);
      const { text, overflow } = target;
      const { toolVersion } = this.files;
      const scan = () => this.scan(target, signal);
      const request = { text, model, overflow, toolVersion, scan };
      const packed = await analyzePrompt(this.model, request, { signal, onProgress });
      if (signal.aborted) return { kind: 'cancelled' };
      const place = placeNow(run.uri, { place: run.place, text });
      return { kind: 'result', analysis: finishedAnalysis(run.target, place, model, packed) };
    } catch (error) {
      const { toWireError } = await import('../../protocol/errors');
      const wire = toWireError(error);
      return signal.aborted || wire.code === 'cancelled'
        ? { kind: 'cancelled' }
        : { kind: 'error', error: translated(wire) };
    }
  }

  /** Reads the text in the thread that scans: the editor's own is not to be kept waiting. */
  private scan({ document, text }: AnalysisTarget, signal: AbortSignal) {
    const { uri, languageId } = document;
    const untrusted = readSettings(uri).scan.untrustedSeverity;
    return this.scanner.read({ text, path: uri.path, languageId, untrusted }, signal);
  }

  private stateAfter({ uri, target, place, before }: Run, outcome: Outcome): AnalysisState | undefined {
    if (outcome.kind === 'result') return outcome;
    if (outcome.kind === 'error') return { ...outcome, name: target.name, place, overflow: target.overflow };
    if (!before) return undefined;
    before.place = placeNow(uri, before);
    return { kind: 'result', analysis: before };
  }

  /** The last result of a document, though another may be on its way. */
  private lastOf(uri: string): Analysis | undefined {
    const state = this.states.get(uri);
    if (state?.kind === 'result') return state.analysis;
    return state?.kind === 'loading' && this.run?.uri === uri ? this.run.before : undefined;
  }

  private set(uri: string, state: AnalysisState | undefined): void {
    this.states.delete(uri);
    if (state) this.states.set(uri, state);
    for (const [oldest, { kind }] of this.states) {
      if (this.states.size <= MOST_KEPT) break;
      if (kind !== 'loading') this.states.delete(oldest);
    }
    this.changed.fire(uri);
  }

  private edited(
    document: vscode.TextDocument,
    edits: readonly vscode.TextDocumentContentChangeEvent[],
  ): void {
    const uri = document.uri.toString();
    if (this.run?.uri === uri) {
      const { run } = this;
      run.place = afterEdits(run.place, edits);
      if (run.before) run.before.place = afterEdits(run.before.place, edits);
    }
    const state = this.states.get(uri);
    if (state?.kind === 'error') state.place = afterEdits(state.place, edits);
    if (state?.kind !== 'result') return;
    const { analysis } = state;
    const wasChanged = analysis.place.changed;
    analysis.place = afterEdits(analysis.place, edits);
    if (analysis.place.changed !== wasChanged) this.changed.fire(uri);
    clearTimeout(this.undoTimers.get(uri));
    const look = (): void => {
      this.undoTimers.delete(uri);
      this.compare(uri);
    };
    this.undoTimers.set(uri, setTimeout(look, UNDO_PAUSE_MS));
  }

  /** Looks where the analysed text stands by now: after edits and their undoing, or in a file opened again. */
  private compare(uri: string): void {
    const state = this.states.get(uri);
    if (state?.kind !== 'result') return;
    state.analysis.place = placeNow(uri, state.analysis);
    this.changed.fire(uri);
  }

  /** Nothing needs a document to be open, but text that is nowhere else cannot come back. */
  private closed(document: vscode.Uri): void {
    if (document.scheme !== 'untitled') return;
    const uri = document.toString();
    // A change of its language closes a document and opens it at once.
    setImmediate(() => {
      if (openDocument(uri)) return;
      if (this.run?.uri === uri) {
        this.run.before = undefined;
        this.cancel();
      }
      this.set(uri, undefined);
    });
  }

  private saved(file: vscode.TextDocument): void {
    for (const { uri } of sourcesOf(file)) this.move(uri.toString(), file);
  }

  /** Takes what is known of a document to the one that its text is in from now on. */
  private move(uri: string, document: vscode.TextDocument): void {
    const name = documentName(document);
    const to = document.uri.toString();
    const { run } = this;
    if (run?.uri === uri) {
      run.uri = to;
      run.target = { ...run.target, document, name };
      run.before &&= movedTo(document, run.before);
    }
    const state = this.states.get(uri);
    if (!state) return;
    this.set(uri, undefined);
    this.set(
      to,
      state.kind === 'result'
        ? { ...state, analysis: movedTo(document, state.analysis) }
        : { ...state, name },
    );
  }
}

/** Where an analysed text stands in its document, found out by looking; where it stood while that is closed. */
function placeNow(uri: string, { place, text }: Pick<Analysis, 'place' | 'text'>): Place {
  const document = openDocument(uri);
  if (!document) return place;
  const stands = standsAt(place, document.getText(), text);
  return { ...place, ...(stands ? { length: text.length } : {}), changed: !stands };
}
