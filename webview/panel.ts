import { Channel, type Transport } from '../src/protocol/borders/channel';
import { InferenceProgress } from '../src/protocol/borders/inference';
import { pageMethods, panelMethods, type PanelAction, type PanelState } from '../src/protocol/borders/panel';
import { registerCharts } from './charts/register';
import { type Disposable, listen } from './dom/disposable';
import { h } from './dom/elements';
import { registerToolkit } from './dom/toolkit';
import { createAnnouncer } from './page/announcer';
import { openComparison } from './page/openComparison';
import { type OpenedResult, openResult, type PageChannel } from './page/openResult';
import { emptyState, errorState, loadingState } from './page/states';
import { createL10n } from '../src/describe/l10n';
import { strings } from './text/strings';
import { findingSpan, placeOfSpan } from './numbers/findingSpan';
import { treatmentShown } from './state/state';
// The bundler puts the style sheet beside the program; it is no part of the program's own arrows.
// eslint-disable-next-line boundaries/no-unknown-dependencies
import '../media/webview.css';

/** What VS Code gives a webview, once per page. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

async function start(): Promise<void> {
  const api = acquireVsCodeApi();
  const transport: Transport = {
    post: (message) => api.postMessage(message),
    onMessage(listener) {
      const listening = listen<MessageEvent>(window, 'message', (event) => listener(event.data));
      return () => listening.dispose();
    },
  };
  let l10n = createL10n('en', {});
  let opened: OpenedResult | null = null;
  let comparison: Disposable | null = null;
  /** The person waits for an answer. */
  let waited = false;
  let loading: ReturnType<typeof loadingState> | null = null;
  const root = h('main');
  const announcer = createAnnouncer();
  document.getElementById('app')!.replaceChildren(root, ...announcer.elements);

  const channel: PageChannel = new Channel(transport, {
    calls: panelMethods,
    serves: pageMethods,
    progress: InferenceProgress,
    handlers: {
      show: ({ state }) => {
        show(state);
        return {};
      },
      mark: ({ analysis, ...marks }) => {
        if (opened?.analysis === analysis) opened.update(marks);
        return {};
      },
      highlight: ({ analysis, tokens }) => {
        if (opened?.analysis === analysis) opened.store.set({ highlighted: tokens });
        return {};
      },
      goTo: ({ analysis, finding }) => {
        if (opened?.analysis !== analysis) return {};
        const { result, store, openMap } = opened;
        const span = findingSpan(result, finding);
        store.set({ finding });
        if (span) openMap(placeOfSpan(result, span, treatmentShown(store.get())));
        return {};
      },
      showAlert: ({ analysis, cause, go }) => {
        if (opened?.analysis !== analysis) return {};
        opened.store.set({ alert: cause });
        if (go) opened.showAlert(cause);
        return {};
      },
      leaveOut: ({ analysis, tokens }) => {
        if (opened?.analysis === analysis)
          opened.store.set({ place: 'experiments', passage: { tokens, run: true } });
        return {};
      },
    },
  });
  const ask = (request: Promise<unknown>) => {
    request.catch((error: Error) => announcer.announce(error.message));
  };
  const actions = {
    analyze: () => ask(channel.request('analyze', {})),
    analyzeWhole: () => ask(channel.request('analyze', { whole: true })),
    readEnd: () => ask(channel.request('analyze', { overflow: 'keep-last' })),
    cancel: () => ask(channel.request('cancel', {})),
    act: (action: PanelAction) => ask(channel.request('act', { action })),
  };

  function show(state: PanelState): void {
    if (state.kind === 'result' && opened?.analysis === state.analysis) {
      waited = false;
      announcer.say('');
      opened.setProgress(null);
      return opened.update(state);
    }
    if (state.kind === 'loading') {
      const begins = !waited;
      waited = true;
      if (opened && opened.analysis === state.former) {
        // The bar alone tells who cannot see it nothing.
        if (begins) announcer.say(l10n.t(strings.loadingTitle, { document: state.document }));
        return opened.setProgress(state);
      }
      if (loading) return loading.update(state);
    }
    const isAnswer = waited && state.kind === 'result';
    waited = state.kind === 'loading';
    // What had the focus is about to go; where the person is elsewhere, it stays there.
    const focused = document.hasFocus() && root.contains(document.activeElement);
    opened?.dispose();
    opened = null;
    comparison?.dispose();
    comparison = null;
    loading = null;
    make(state);
    const heading = root.querySelector<HTMLElement>('h1');
    if (focused) heading?.focus({ preventScroll: true });
    // With the focus on it, it is read out already.
    else if (isAnswer) announcer.say(heading?.textContent ?? '');
  }

  function make(state: PanelState): void {
    switch (state.kind) {
      case 'result':
        opened = openResult(root, state, {
          kept: api,
          channel,
          l10n,
          announce: announcer.announce,
          actions,
          ask,
        });
        return;
      case 'comparison':
        comparison = openComparison(root, state, { channel, l10n, announce: announcer.announce });
        return;
      case 'loading':
        loading = loadingState(l10n, state, actions);
        return root.replaceChildren(loading.element);
      case 'empty':
        return root.replaceChildren(emptyState(l10n, state.document, actions));
      case 'error':
        return root.replaceChildren(errorState(l10n, state, actions));
    }
  }

  const { locale, translations, state } = await channel.request('ready', {});
  // Without a translation the texts are English, and so are their numbers, plurals and lists.
  const language = Object.keys(translations).length > 0 ? locale : 'en';
  l10n = createL10n(language, translations);
  document.documentElement.lang = language;
  show(state);
}

registerToolkit();
registerCharts();
void start();
