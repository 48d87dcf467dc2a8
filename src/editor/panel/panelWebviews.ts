import * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
import type { Panel } from './panel';
import { PAGE_OPTIONS, panelHtml } from './panelHtml';
import type { Session } from './session';

/** The view in the side bar, as package.json names it. */
export const VIEW = 'attnscope.panel';
/** The same as an editor tab. */
const TAB = 'attnscope.tab';
/** Longest wait in ms for the panel to come into sight. */
const REVEAL_MS = 3000;

/** The webviews in which the panel is seen: a view of the side bar, and an editor tab on request. */
export class PanelWebviews implements vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private tab: vscode.WebviewPanel | undefined;
  private readonly store = new DisposableStore();
  private readonly emitter = this.store.add(new vscode.EventEmitter<void>());

  /** Tells that `visible` may be another. */
  readonly onDidChangeVisibility = this.emitter.event;

  constructor(
    private readonly panel: Panel,
    private readonly extension: vscode.Uri,
  ) {
    this.store.add(
      vscode.window.registerWebviewViewProvider(VIEW, {
        resolveWebviewView: (view) => this.resolveView(view),
      }),
    );
    this.store.add(
      vscode.window.registerWebviewPanelSerializer(TAB, {
        deserializeWebviewPanel: (tab: vscode.WebviewPanel) => this.resolveTab(tab),
      }),
    );
  }

  get visible(): boolean {
    return this.view?.visible === true || this.tab?.visible === true;
  }

  /** Brings the panel into sight, but not over the text, and leaves the keyboard where it is. */
  async reveal(): Promise<void> {
    if (this.visible) return;
    const inSight = this.untilVisible();
    const textColumn = vscode.window.activeTextEditor?.viewColumn;
    if (this.tab && this.tab.viewColumn !== textColumn) this.tab.reveal(undefined, true);
    else if (this.view) this.view.show(true);
    else await vscode.commands.executeCommand(`${VIEW}.focus`, { preserveFocus: true });
    await inSight;
  }

  /** Brings the panel into sight and gives it the keyboard, for someone who asked to go there. */
  async focus(): Promise<void> {
    const inSight = this.visible ? undefined : this.untilVisible();
    if (this.tab && (this.tab.visible || !this.view?.visible)) this.tab.reveal();
    else await vscode.commands.executeCommand(`${VIEW}.focus`);
    await inSight;
  }

  /** Opens the panel as an editor tab beside the text, or shows the tab that is open. */
  async openTab(): Promise<void> {
    if (this.tab) return this.tab.reveal();
    const tab = vscode.window.createWebviewPanel(TAB, vscode.l10n.t('Attention'), vscode.ViewColumn.Beside);
    await this.resolveTab(tab);
  }

  dispose(): void {
    this.tab?.dispose();
    this.store.dispose();
  }

  /** Resolves once the panel is seen, or after a while in which it did not come into sight. */
  private untilVisible(): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(late);
        listening.dispose();
        resolve();
      };
      const late = setTimeout(end, REVEAL_MS);
      const listening = this.onDidChangeVisibility(() => this.visible && end());
    });
  }

  private async resolveView(view: vscode.WebviewView): Promise<void> {
    this.view = view;
    view.onDidDispose(() => {
      if (this.view === view) this.view = undefined;
      this.emitter.fire();
    });
    await this.fill(view, (listener) => view.onDidChangeVisibility(listener));
  }

  private async resolveTab(tab: vscode.WebviewPanel): Promise<void> {
    this.tab = tab;
    tab.iconPath = vscode.Uri.joinPath(this.extension, 'media', 'attention.svg');
    tab.onDidDispose(() => {
      if (this.tab === tab) this.tab = undefined;
      this.emitter.fire();
    });
    await this.fill(tab, (listener) => tab.onDidChangeViewState(listener));
  }

  private async fill(
    holder: vscode.WebviewView | vscode.WebviewPanel,
    onDidChange: (listener: () => void) => vscode.Disposable,
  ): Promise<void> {
    const { webview } = holder;
    webview.options = PAGE_OPTIONS;
    // It may be closed before its session is there.
    const live: { session?: Session; closed?: true } = {};
    holder.onDidDispose(() => {
      live.closed = true;
      if (live.session) this.panel.detach(live.session);
    });
    onDidChange(() => {
      // A hidden page is thrown away; when it is shown again it starts again.
      if (!holder.visible) live.session?.close();
      this.emitter.fire();
    });
    const [session, page] = await Promise.all([this.panel.attach(webview), panelHtml(this.extension)]);
    if (live.closed) return this.panel.detach(session);
    live.session = session;
    webview.html = page;
    this.emitter.fire();
  }
}
