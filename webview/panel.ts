import { type AnalysisResult, openAnalysis } from '../src/protocol/analysis';
import { Channel, type Transport } from '../src/protocol/channel';
import { InferenceProgress } from '../src/protocol/inference';
import { pageMethods, type PanelMethods, panelMethods, type PanelState } from '../src/protocol/panel';
import { readPalette } from './colors/palette';
import { registerCharts } from './charts/register';
import { channelMaps } from './maps/channelMaps';
import { combine, type Disposable, listen } from './dom/disposable';
import { h } from './dom/elements';
import { createL10n, type L10n } from './text/l10n';
import { findingSpan } from './numbers/findingSpan';
import { createAnnouncer } from './page/announcer';
import { mountPage } from './page/page';
import { followTheme } from './page/theme';
import { keptNavigations, withNavigation } from './state/navigation';
import { initialState, navigationOf, type View, type ViewState } from './state/state';
import { createStore, type Store } from './state/store';
import { strings } from './text/strings';
import { button, checkbox, registerToolkit } from './dom/toolkit';
import { emptyState, errorState, loadingState } from './page/states';
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

type PageChannel = Channel<PanelMethods, typeof pageMethods, InferenceProgress>;
type ResultState = PanelState & { kind: 'result' };
type Marks = Pick<ResultState, 'stale' | 'pinned' | 'linesMoved'>;

/** The result that is on the page, with what ends it. */
interface Opened extends Disposable, Pick<View, 'openMap'> {
  analysis: string;
  store: Store<ViewState>;
  result: AnalysisResult;
  /** Shows that the text changed or moved, or that the panel is pinned, without making the page anew. */
  update(marks: Marks): void;
}

/** How long after the last change the place is remembered, in ms. */
const REMEMBER_AFTER = 150;

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
  let opened: Opened | null = null;
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
      goTo: ({ analysis, layer, head, finding }) => {
        if (opened?.analysis !== analysis) return {};
        if (finding !== null) opened.store.set({ finding });
        const { tokens } = opened.result;
        const column = finding === null ? undefined : findingSpan(opened.result, finding)?.tokens.first;
        const cursor = column === undefined ? {} : { cursor: { row: tokens.length - 1, column } };
        opened.openMap({ layer, head, ...cursor });
        return {};
      },
    },
  });
  const ask = (request: Promise<unknown>) => {
    request.catch((error: Error) => announcer.announce(error.message));
  };
  const actions = {
    analyze: () => ask(channel.request('analyze', {})),
    readEnd: () => ask(channel.request('analyze', { overflow: 'keep-last' })),
    cancel: () => ask(channel.request('cancel', {})),
  };

  function show(state: PanelState): void {
    if (state.kind === 'result' && opened?.analysis === state.analysis) return opened.update(state);
    if (state.kind === 'loading' && loading) return loading.update(state);
    const waited = loading !== null;
    // What had the focus is about to go; where the person is elsewhere, it stays there.
    const focused = document.hasFocus() && root.contains(document.activeElement);
    opened?.dispose();
    opened = null;
    loading = null;
    make(state);
    const heading = root.querySelector<HTMLElement>('h1');
    if (focused) heading?.focus({ preventScroll: true });
    // With the focus on it, it is read out already.
    else if (waited && state.kind === 'result') announcer.say(heading?.textContent ?? '');
  }

  function make(state: PanelState): void {
    switch (state.kind) {
      case 'result':
        opened = open(root, state, {
          api,
          channel,
          l10n,
          announce: announcer.announce,
          actions,
          ask,
        });
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

interface Surroundings {
  api: VsCodeApi;
  channel: PageChannel;
  l10n: L10n;
  announce: (text: string) => void;
  actions: { analyze(): void; cancel(): void };
  ask: (request: Promise<unknown>) => void;
}

/** Makes the page of a result. */
function open(root: HTMLElement, state: ResultState, around: Surroundings): Opened {
  const { api, channel, l10n, ask } = around;
  const { analysis } = state;
  const shown = { ...state.shown, result: openAnalysis(state.shown.result) };
  const kept = keptNavigations(api.getState());
  const navigation = kept.find((one) => one.analysis === analysis) ?? null;
  const start = initialState(shown, navigation, kept[0] ?? null, readPalette(document.body));
  const store = createStore<ViewState>(start);
  const bar = h('div', { class: 'result-bar' });
  const page = h('div');
  const pin = checkbox(l10n.t(strings.pin), state.pinned, (wanted) =>
    ask(channel.request('pin', { pinned: wanted })),
  );
  // Made once: what is in use keeps the focus while marks come and go.
  const notice = h('div', { role: 'status' });
  let isStale = false;
  bar.append(notice, pin.element);
  root.replaceChildren(bar, page);

  function update({ stale, pinned, linesMoved }: Marks): void {
    pin.set(pinned);
    store.set({ linesMoved });
    if (stale === isStale) return;
    isStale = stale;
    if (!stale && notice.contains(document.activeElement)) pin.element.focus();
    notice.classList.toggle('notice', stale);
    notice.replaceChildren(
      ...(stale
        ? [
            h('span', {}, `${l10n.t(strings.stale)} `),
            button(l10n.t(strings.analyzeAgain), around.actions.analyze),
          ]
        : []),
    );
  }

  let timer = 0;
  const remember = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const now = navigationOf(store.get(), analysis, mounted.place());
      api.setState(withNavigation(keptNavigations(api.getState()), now));
    }, REMEMBER_AFTER);
  };
  update(state);
  const host = {
    chooseToken: (token: number) => ask(channel.request('chooseToken', { analysis, token })),
    chooseFinding: (finding: string) => ask(channel.request('chooseFinding', { analysis, finding })),
    async save(name: string, bytes: Uint8Array<ArrayBuffer>) {
      const { saved } = await channel.request('save', { name, bytes });
      if (saved) around.announce(l10n.t(strings.saved, { name }));
    },
    announce: around.announce,
  };
  const maps = channelMaps((request, signal) =>
    channel.request('maps', { ...request, analysis }, { signal }),
  );
  const mounted = mountPage(page, { store, shown, l10n, maps, host }, { whole: false });
  const parts = combine(
    mounted,
    followTheme(store),
    store.subscribe(
      ['layer', 'head', 'token', 'finding', 'direction', 'scope', 'scale', 'sink', 'window'],
      remember,
    ),
    listen(window, 'scroll', remember, { passive: true }),
  );
  // Another analysis begins at its top, wherever the page before was scrolled to.
  mounted.goTo(navigation?.scroll ?? { section: null, offset: 0 });
  return {
    analysis,
    store,
    result: shown.result,
    openMap: mounted.openMap,
    update,
    dispose() {
      clearTimeout(timer);
      parts.dispose();
    },
  };
}

registerToolkit();
registerCharts();
void start();
