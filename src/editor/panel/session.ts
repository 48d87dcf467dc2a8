import type * as vscode from 'vscode';
import type { TokenSpan } from '../../protocol/attention';
import { Channel, type Handlers, type Params, type Transport } from '../../protocol/borders/channel';
import { InferenceProgress } from '../../protocol/borders/inference';
import {
  pageMethods,
  panelMethods,
  type PageMethods,
  type PanelMethods,
  type PanelState,
} from '../../protocol/borders/panel';
import type { RootCause } from '../../protocol/measured/rootCause';
import { DisposableStore } from '../disposable';

export type PanelHandlers = Handlers<PanelMethods, InferenceProgress>;

/**
 * The conversation with one webview. Its page is rebuilt whenever it is shown again, and each page
 * is spoken to over a channel of its own, from its first message on.
 */
export class Session implements vscode.Disposable {
  private channel: Channel<PageMethods, PanelMethods, InferenceProgress> | undefined;
  private deliver: ((message: unknown) => void) | undefined;
  /** Analysis that the page was last given. */
  private shown: string | undefined;
  private readonly store = new DisposableStore();

  /** Listens to a webview; its page may be set afterwards. `onLeave`: what its page showed goes. */
  constructor(
    private readonly webview: vscode.Webview,
    private readonly handlers: PanelHandlers,
    private readonly onLeave: () => void,
  ) {
    this.store.add(
      webview.onDidReceiveMessage((message: unknown) => {
        if (isReady(message)) this.open();
        this.deliver?.(message);
      }),
    );
  }

  /** Shows a state; where the page has the analysis already, only what was said of it changes. */
  show(state: PanelState): void {
    // A page that is still being made gets its state when it says that it is ready.
    if (!this.channel) return;
    if (state.kind === 'result' && state.analysis === this.shown) {
      const { analysis, stale, edited, pinned, linesMoved } = state;
      this.tell('mark', { analysis, stale, edited, pinned, linesMoved });
      return;
    }
    this.leave();
    this.shown = state.kind === 'result' ? state.analysis : undefined;
    this.tell('show', { state });
  }

  highlight(analysis: string, tokens: TokenSpan | null, isNew: boolean): void {
    this.tell('highlight', { analysis, tokens: tokens && { ...tokens, isNew } });
  }

  /** Returns whether the page shows that analysis, and so was told to go there. */
  goTo(analysis: string, finding: string): boolean {
    if (this.shown !== analysis) return false;
    this.tell('goTo', { analysis, finding });
    return true;
  }

  /** The same for tokens that are to be left out. */
  leaveOut(analysis: string, tokens: TokenSpan): boolean {
    if (this.shown !== analysis) return false;
    this.tell('leaveOut', { analysis, tokens });
    return true;
  }

  /** The same for the cause of an alert; `go`: to its map. */
  showAlert(analysis: string, cause: RootCause, go: boolean): boolean {
    if (this.shown !== analysis) return false;
    this.tell('showAlert', { analysis, cause, go });
    return true;
  }

  /** The page is gone: it is hidden, or about to be rebuilt. */
  close(): void {
    this.channel?.dispose();
    this.channel = undefined;
    this.deliver = undefined;
    this.leave();
  }

  dispose(): void {
    this.close();
    this.store.dispose();
  }

  /** Who pointed at something there no longer does, and the page may be gone before it says so. */
  private leave(): void {
    if (this.shown !== undefined) this.onLeave();
    this.shown = undefined;
  }

  private open(): void {
    this.close();
    const transport: Transport = {
      post: (message) => void this.webview.postMessage(message),
      onMessage: (listener) => {
        this.deliver = listener;
        return () => undefined;
      },
    };
    this.channel = new Channel(transport, {
      calls: pageMethods,
      serves: panelMethods,
      handlers: {
        ...this.handlers,
        ready: async (params, context) => {
          const answer = await this.handlers.ready(params, context);
          if (answer.state.kind === 'result') this.shown = answer.state.analysis;
          return answer;
        },
      },
      progress: InferenceProgress,
    });
  }

  private tell<K extends keyof PageMethods>(method: K, params: Params<PageMethods, K>): void {
    // A page that goes away before it answers has nothing to say that matters.
    this.channel?.request(method, params).catch(() => undefined);
  }
}

/** Whether a message is the first one of a page. */
function isReady(message: unknown): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    message.kind === 'request' &&
    'method' in message &&
    message.method === 'ready'
  );
}
