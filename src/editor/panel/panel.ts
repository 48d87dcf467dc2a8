import * as vscode from 'vscode';
import type { TokenSpan } from '../../protocol/attention';
import type { AskedAnalysis, PanelState } from '../../protocol/borders/panel';
import type { RootCause } from '../../protocol/measured/rootCause';
import { tokensSelected } from '../analysis/tokenRanges';
import { DisposableStore } from '../disposable';
import { editorOf, openDocument } from '../documents/openDocuments';
import type { LockedToken, PanelParts } from './panelHandlers';
import { panelState } from './panelState';
import type { Session } from './session';
import { ShownDocument } from './shownDocument';

/** The last analysis of one document, told to each page that shows it: in the side bar, in an editor tab. */
export class Panel implements vscode.Disposable {
  private readonly sessions = new Set<Session>();
  private readonly store = new DisposableStore();
  private readonly shown: ShownDocument;
  /** Tells a page where to go; returns whether it could. */
  private wanted: ((session: Session) => boolean) | undefined;
  private readonly asked = this.store.add(new vscode.EventEmitter<AskedAnalysis>());
  private readonly lockedToken = this.store.add(new vscode.EventEmitter<LockedToken>());
  private readonly opened = this.store.add(new vscode.EventEmitter<void>());

  /** The alert whose cause pages show, and the analysis that it is in. */
  private alert: { analysis: string; cause: RootCause } | undefined;

  /** What was locked last, on any page. */
  locked: LockedToken | undefined;

  /** Tells that another token is locked, or none. */
  readonly onDidLock = this.lockedToken.event;
  /** Tells that a page asks for an analysis of the document, and how. */
  readonly onDidAsk = this.asked.event;
  /** Tells that a page has said that it is there. */
  readonly onDidOpenPage = this.opened.event;

  constructor(private readonly parts: PanelParts) {
    this.shown = this.store.add(new ShownDocument(parts.analyses));
    this.store.add(this.shown.onDidChange(() => this.refresh()));
    this.store.add(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.highlight(textEditor, true)),
    );
  }

  /** URI of the document that is shown. */
  get document(): string | undefined {
    return this.shown.uri;
  }

  /** Shows a document whose analysis was asked for. */
  turnTo(uri: string): void {
    this.shown.turnTo(uri);
  }

  /** Stays with the document that is shown, or follows the active editor again. */
  pin(pinned: boolean): void {
    this.shown.pin(pinned);
  }

  lock(locked: LockedToken): void {
    this.locked = locked;
    this.lockedToken.fire(locked);
  }

  /** Asks for an analysis of the document that is shown. */
  ask(wanted: AskedAnalysis): void {
    this.asked.fire(wanted);
  }

  /** What a page is to show. */
  state(): PanelState {
    const { uri, pinned } = this.shown;
    return panelState(uri, uri === undefined ? undefined : this.parts.analyses.state(uri), pinned);
  }

  /** Speaks to a webview until what it gives is detached. */
  async attach(webview: vscode.Webview): Promise<Session> {
    // Loaded with the first page, so that VS Code starts without them.
    const { panelHandlers, Session } = await import('../bordersProgram');
    const session = new Session(webview, panelHandlers(this, this.parts), () => this.parts.reveal.unmark());
    this.sessions.add(session);
    return session;
  }

  detach(session: Session): void {
    this.sessions.delete(session);
    session.dispose();
  }

  /** Tells pages that have come to be what is not in their state: the place in the editor, a place to go to. */
  welcome(): void {
    const { alert } = this;
    if (alert) for (const session of this.sessions) session.showAlert(alert.analysis, alert.cause, false);
    this.flush();
    const document = this.document === undefined ? undefined : openDocument(this.document);
    const editor = document && editorOf(document);
    if (editor) this.highlight(editor, false);
    this.opened.fire();
  }

  /** Goes to a finding of an analysis as soon as a page is there. */
  goTo(analysis: string, finding: string): void {
    this.lead(analysis, (session) => session.goTo(analysis, finding));
  }

  /** Leaves tokens of an analysis out and compares, as soon as a page is there. */
  leaveOut(analysis: string, tokens: TokenSpan): void {
    this.lead(analysis, (session) => session.leaveOut(analysis, tokens));
  }

  /** Goes to what made an alert, in the analysis of its prompt; pages show it from then on. */
  showAlert(analysis: string, cause: RootCause): void {
    this.alert = { analysis, cause };
    this.lead(analysis, (session) => session.showAlert(analysis, cause, true));
  }

  dispose(): void {
    for (const session of this.sessions) session.dispose();
    this.sessions.clear();
    this.store.dispose();
  }

  private refresh(): void {
    const state = this.state();
    for (const session of this.sessions) session.show(state);
  }

  private highlight({ document, selection }: vscode.TextEditor, isNew: boolean): void {
    const uri = document.uri.toString();
    const state = uri === this.document ? this.parts.analyses.state(uri) : undefined;
    if (state?.kind !== 'result' || this.sessions.size === 0) return;
    const tokens = tokensSelected(state.analysis, document, selection);
    for (const session of this.sessions) session.highlight(state.analysis.id, tokens, isNew);
  }

  private lead(analysis: string, tell: (session: Session) => boolean): void {
    const known = this.parts.analyses.byId(analysis);
    if (!known) return;
    this.shown.turnTo(known.uri.toString());
    this.wanted = tell;
    this.flush();
  }

  private flush(): void {
    for (const session of this.sessions) if (this.wanted?.(session)) this.wanted = undefined;
  }
}
