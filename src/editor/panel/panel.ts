import * as vscode from 'vscode';
import type { PanelState } from '../../protocol/panel';
import { documentName } from '../documents/documentName';
import { editorOf, openDocument } from '../documents/target';
import { tokensIn } from '../analysis/tokenRanges';
import { DisposableStore } from '../disposable';
import type { PanelServices } from './panelHandlers';
import { Session } from './session';

/** Documents that are no text of a person's: an editor of theirs does not change what is shown. */
const NOT_FOLLOWED = ['output', 'debug', 'comment'];

/**
 * What the panel shows, be it in the side bar or in an editor tab: the last analysis of the active
 * editor's document, or with a pin that of the document at that time.
 */
export class Panel implements vscode.Disposable {
  private readonly sessions = new Set<Session>();
  private readonly store = new DisposableStore();
  private uri: string | undefined;
  private pinned = false;
  private wanted: { analysis: string; finding: number } | undefined;

  constructor(private readonly services: PanelServices) {
    const { analyses } = services;
    this.follow();
    this.store.add(vscode.window.onDidChangeActiveTextEditor(() => this.follow()));
    this.store.add(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.uri.toString() === this.uri) this.highlight(textEditor);
      }),
    );
    this.store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.closed(uri.toString())));
    this.store.add(analyses.onDidChange((uri) => uri === this.uri && this.changed(uri)));
    // Who asks for an analysis wants to see it; one that is kept in sight stays so when it is made again.
    this.store.add(analyses.onDidStart((uri) => this.turnTo(uri, this.pinned && uri === this.uri)));
  }

  /** URI of the document whose analysis is shown. */
  get document(): string | undefined {
    return this.uri;
  }

  /** Speaks to a webview until what it gives is disposed. */
  async attach(webview: vscode.Webview): Promise<Session> {
    // Evaluated with the first page, so that VS Code starts without it.
    const { panelHandlers } = await import('./panelHandlers');
    const session = await Session.of(webview, panelHandlers(this, this.services));
    this.sessions.add(session);
    return session;
  }

  detach(session: Session): void {
    this.sessions.delete(session);
    session.dispose();
  }

  /** Goes to a finding of an analysis, at the head that reads it most, as soon as a page is there. */
  goTo(analysis: string, finding: number): void {
    const known = this.services.analyses.byId(analysis);
    if (!known) return;
    this.turnTo(known.uri.toString(), this.pinned);
    this.wanted = { analysis, finding };
    this.flush();
  }

  /** Stays with the document that is shown, or follows the active editor again. */
  pin(pinned: boolean): void {
    this.pinned = pinned;
    if (!pinned) this.follow();
    this.refresh();
  }

  /** Tells pages that have come to be what is not in their state: the place in the editor, a place to go to. */
  welcome(): void {
    this.flush();
    const document = this.uri === undefined ? undefined : openDocument(this.uri);
    const editor = document && editorOf(document);
    if (editor) this.highlight(editor);
    this.services.onReady();
  }

  dispose(): void {
    for (const session of this.sessions) session.dispose();
    this.sessions.clear();
    this.store.dispose();
  }

  private follow(): void {
    // Without an active editor, as when the panel's own tab is active, what is shown stays.
    const active = activeDocument();
    if (!this.pinned && active !== undefined) this.turnTo(active, false);
  }

  private turnTo(uri: string | undefined, pinned: boolean): void {
    if (this.uri === uri && this.pinned === pinned) return;
    this.uri = uri;
    this.pinned = pinned;
    this.refresh();
  }

  /** A pin is one of an analysis and goes with it: without one there is nothing to take it off by. */
  private changed(uri: string): void {
    const kind = this.services.analyses.state(uri)?.kind;
    if (kind !== 'result' && kind !== 'loading') this.pinned = false;
    if (kind || openDocument(uri)) this.refresh();
    else this.turnTo(activeDocument(), false);
  }

  /** What is shown of a document that was closed goes with it, but where it is pinned or about to come. */
  private closed(uri: string): void {
    setImmediate(() => {
      if (this.uri !== uri || openDocument(uri)) return;
      const { analyses } = this.services;
      const active = activeDocument();
      if (analyses.state(uri) && (this.pinned || (!active && analyses.running === uri))) return;
      this.turnTo(active, false);
    });
  }

  private refresh(): void {
    const state = this.state();
    for (const session of this.sessions) session.show(state);
  }

  /** What a page is to show. */
  state(): PanelState {
    const state = this.uri === undefined ? undefined : this.services.analyses.state(this.uri);
    const document = this.uri === undefined ? undefined : openDocument(this.uri);
    switch (state?.kind) {
      case undefined:
        return { kind: 'empty', document: document ? documentName(document) : null };
      case 'loading':
        return { kind: 'loading', document: state.name, progress: state.progress };
      case 'error':
        return { kind: 'error', document: state.name, ...state.error };
      case 'result': {
        const { id, shown, place, line } = state.analysis;
        const isFound = document && !place.changed;
        const linesMoved = isFound ? document.positionAt(place.start).line - line : 0;
        const { pinned } = this;
        return { kind: 'result', analysis: id, shown, stale: place.changed, pinned, linesMoved };
      }
    }
  }

  private highlight({ document, selection }: vscode.TextEditor): void {
    const state = this.services.analyses.state(document.uri.toString());
    if (state?.kind !== 'result' || this.sessions.size === 0) return;
    const { id, place, shown } = state.analysis;
    const start = document.offsetAt(selection.start) - place.start;
    const end = document.offsetAt(selection.end) - place.start;
    const inText = !place.changed && end >= 0 && start <= place.length;
    const range = { start: Math.max(0, start), end: Math.min(place.length, end) };
    const tokens = inText ? tokensIn(shown.packed.tokens, range) : null;
    for (const session of this.sessions) session.highlight(id, tokens);
  }

  private flush(): void {
    if (!this.wanted) return;
    const { analysis, finding } = this.wanted;
    const span = this.services.analyses.byId(analysis)?.shown.packed.findingAttention[finding];
    if (!span) return;
    const { layer, head } = span.reading.bestHead.raw;
    for (const session of this.sessions) {
      if (session.goTo(analysis, { layer, head, finding })) this.wanted = undefined;
    }
  }
}

/** URI of the document in the active editor, where it is a text of a person's. */
function activeDocument(): string | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && !NOT_FOLLOWED.includes(uri.scheme) ? uri.toString() : undefined;
}
