import * as vscode from 'vscode';
import type { Analyses } from '../analysis/analyses';
import { DisposableStore } from '../disposable';
import { onDidCloseForGood } from '../documents/documentLife';
import { openDocument } from '../documents/openDocuments';

/** Documents that are no text of a person's: an editor of theirs does not change what is shown. */
const NOT_FOLLOWED = ['output', 'debug', 'comment'];

/** Which document the panel is about: that of the active editor, or with a pin that of the editor at that time. */
export class ShownDocument implements vscode.Disposable {
  /** URI of the document. */
  uri: string | undefined;
  pinned = false;
  private readonly store = new DisposableStore();
  private readonly emitter = this.store.add(new vscode.EventEmitter<void>());

  /** Tells that another document is shown, that what is known of it is another, or that the pin is. */
  readonly onDidChange = this.emitter.event;

  constructor(private readonly analyses: Analyses) {
    this.follow();
    this.store.add(vscode.window.onDidChangeActiveTextEditor(() => this.follow()));
    this.store.add(onDidCloseForGood((uri) => this.closed(uri.toString())));
    this.store.add(analyses.onDidChange((uri) => uri === this.uri && this.changed(uri)));
  }

  /** Shows a document that was asked for. One that is kept in sight stays so. */
  turnTo(uri: string): void {
    this.set(uri, this.pinned && uri === this.uri);
  }

  /** Stays with the document that is shown, or follows the active editor again. */
  pin(pinned: boolean): void {
    this.pinned = pinned;
    if (!pinned) this.follow();
    this.emitter.fire();
  }

  dispose(): void {
    this.store.dispose();
  }

  private follow(): void {
    // Without an active editor, as when the panel's own tab is active, what is shown stays.
    const active = activeDocument();
    if (!this.pinned && active !== undefined) this.set(active, false);
  }

  private set(uri: string | undefined, pinned: boolean): void {
    if (this.uri === uri && this.pinned === pinned) return;
    this.uri = uri;
    this.pinned = pinned;
    this.emitter.fire();
  }

  /** A pin is one of an analysis and goes with it: without one there is nothing to take it off by. */
  private changed(uri: string): void {
    const kind = this.analyses.state(uri)?.kind;
    if (kind !== 'result' && kind !== 'loading') this.pinned = false;
    if (kind || openDocument(uri)) this.emitter.fire();
    else this.set(activeDocument(), false);
  }

  /** What is shown of a document that was closed goes with it, but where it is pinned or about to come. */
  private closed(uri: string): void {
    if (this.uri !== uri) return;
    const active = activeDocument();
    const stays = this.pinned || (active === undefined && this.analyses.running?.uri === uri);
    if (!(stays && this.analyses.state(uri))) this.set(active, false);
  }
}

/** URI of the document in the active editor, where it is a text of a person's. */
function activeDocument(): string | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri && !NOT_FOLLOWED.includes(uri.scheme) ? uri.toString() : undefined;
}
