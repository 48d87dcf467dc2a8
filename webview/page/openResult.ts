import { type AnalysisResult, openAnalysis } from '../../src/protocol/analysis';
import type { Channel } from '../../src/protocol/borders/channel';
import type { InferenceProgress } from '../../src/protocol/borders/inference';
import type {
  pageMethods,
  PanelAction,
  PanelMethods,
  PanelState,
  PromptParams,
} from '../../src/protocol/borders/panel';
import { readPalette } from '../colors/palette';
import { combine, type Disposable, listen } from '../dom/disposable';
import { h } from '../dom/elements';
import { button, checkbox } from '../dom/toolkit';
import { channelMaps } from '../maps/channelMaps';
import { inEdited, keptNavigations, withNavigation } from '../state/navigation';
import { initialState } from '../state/start';
import { type AskModel, navigationOf, type View, type ViewState } from '../state/state';
import { startToken } from '../state/token';
import { createStore, type Store } from '../state/store';
import type { L10n } from '../../src/describe/l10n';
import type { RootCause } from '../../src/protocol/measured/rootCause';
import { strings } from '../text/strings';
import { openStatistic } from '../views/alert/openStatistic';
import { mountPage } from './page';
import { type LoadingState, progressLine } from './states';
import { followTheme } from './theme';

export type PageChannel = Channel<PanelMethods, typeof pageMethods, InferenceProgress>;
type ResultState = PanelState & { kind: 'result' };
type Marks = Pick<ResultState, 'stale' | 'edited' | 'pinned' | 'linesMoved'>;

/** The result that is on the page, with what ends it. */
export interface OpenedResult extends Disposable, Pick<View, 'openMap'> {
  analysis: string;
  store: Store<ViewState>;
  result: AnalysisResult;
  /** Turns to why there is an alert, above the map that made it. */
  showAlert(cause: RootCause): void;
  /** Shows that the text changed or moved, or that the panel is pinned, without rebuilding the page. */
  update(marks: Marks): void;
  /** Shows how far another analysis of the document is; `null` where none is running. */
  setProgress(state: LoadingState | null): void;
}

/** How long after the last change the place is remembered, in ms. */
const REMEMBER_AFTER = 150;

/** How long one must stay at a token until the editor marks it too, in ms. */
const LOOK_AFTER = 60;

/** What a result needs of the panel that it is shown in. */
interface Surroundings {
  /** What VS Code keeps while the page is hidden. */
  kept: { getState(): unknown; setState(state: unknown): void };
  channel: PageChannel;
  l10n: L10n;
  announce: (text: string) => void;
  actions: { analyze(): void; analyzeWhole(): void; cancel(): void; act(action: PanelAction): void };
  ask: (request: Promise<unknown>) => void;
}

/** Makes the page of a result. */
export function openResult(root: HTMLElement, state: ResultState, around: Surroundings): OpenedResult {
  const { kept, channel, l10n, ask } = around;
  const { analysis } = state;
  const shown = { ...state.shown, result: openAnalysis(state.shown.result) };
  const before = keptNavigations(kept.getState());
  const followed = before.find((one) => one.analysis === state.follows);
  const navigation =
    before.find((one) => one.analysis === analysis) ?? (followed && inEdited(followed, shown)) ?? null;
  const start = initialState(shown, navigation, before[0] ?? null, readPalette(document.body));
  const store = createStore<ViewState>(start);
  const bar = h('div', { class: 'result-bar' });
  const page = h('div', { class: 'page' });
  const pin = checkbox(l10n.t(strings.pin), state.pinned, (wanted) =>
    ask(channel.request('pin', { pinned: wanted })),
  );
  // Made once: what is in use keeps the focus while marks come and go.
  const told = h('span', { role: 'status' });
  const where = h('span');
  const again = button(l10n.t(strings.analyzeAgain), around.actions.analyze);
  const notice = h('div', {}, told);
  let isStale = false;
  const selection = h('span');
  if (state.selection !== null) {
    const whole = button(l10n.t(strings.wholeDocument), around.actions.analyzeWhole);
    bar.append(h('div', { class: 'selection-name' }, selection, whole));
  }
  const progress = progressLine(l10n, around.actions);
  bar.append(progress.element, notice);
  root.replaceChildren(bar, page);

  function update({ stale, edited, pinned, linesMoved }: Marks): void {
    pin.set(pinned);
    store.set({ linesMoved, edited });
    selection.textContent = l10n.t(strings.selectionAt, { line: (state.selection ?? 0) + linesMoved });
    where.textContent = editedWords(edited)
      .map((text) => ` ${l10n.t(text, { ...edited })}`)
      .join('');
    if (stale === isStale) return;
    isStale = stale;
    if (!stale && notice.contains(document.activeElement)) pin.element.focus();
    notice.classList.toggle('notice', stale);
    told.textContent = stale ? l10n.t(strings.stale) : '';
    if (stale) notice.append(where, ' ', again);
    else notice.replaceChildren(told);
  }

  let timer = 0;
  let lookTimer = 0;
  const remember = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const now = navigationOf(store.get(), analysis, mounted.scrolled());
      kept.setState(withNavigation(keptNavigations(kept.getState()), now));
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
    examineModel: () => around.actions.act('examine-model'),
  };
  const askModel: AskModel = (method, params, options) =>
    channel.request(method, { ...params, analysis } as PromptParams<typeof method>, options);
  const maps = channelMaps(shown.result.tokens.length, (request, signal, onProgress) =>
    askModel('maps', request, { signal, onProgress }),
  );
  const mounted = mountPage(
    page,
    { store, shown, l10n, maps, ask: askModel, host },
    { whole: false, tools: [pin.element], scrolled: navigation?.scroll },
  );
  const tellLocked = () => {
    const { token } = store.get();
    const locked = token === startToken(shown) ? null : token;
    ask(channel.request('lock', { analysis, token: locked }));
  };
  if (start.token !== startToken(shown)) tellLocked();
  const parts = combine(
    mounted,
    followTheme(store),
    store.subscribe(
      ['place', 'layer', 'head', 'token', 'finding', 'scope', 'scale', 'sink', 'window'],
      remember,
    ),
    store.subscribe(['looked'], ({ looked: token }) => {
      clearTimeout(lookTimer);
      lookTimer = window.setTimeout(() => ask(channel.request('look', { analysis, token })), LOOK_AFTER);
    }),
    store.subscribe(['token'], tellLocked),
    listen(window, 'scroll', remember, { passive: true }),
  );
  return {
    analysis,
    store,
    result: shown.result,
    openMap: mounted.openMap,
    showAlert(cause) {
      const [farthest] = cause.alert.statistics;
      if (farthest) openStatistic({ store, shown, openMap: mounted.openMap }, cause, farthest);
      mounted.show('alert');
    },
    update,
    setProgress(now) {
      // The button that cancels goes.
      if (!now && progress.element.contains(document.activeElement)) pin.element.focus();
      progress.update(now);
    },
    dispose() {
      clearTimeout(timer);
      clearTimeout(lookTimer);
      parts.dispose();
    },
  };
}

/** What is said of edited lines, and of those below where they moved. */
function editedWords(edited: Marks['edited']): string[] {
  if (!edited) return [];
  const { line, endLine, below, belowNow } = edited;
  return [
    line === endLine ? strings.editedLine : strings.editedLines,
    ...(below === belowNow ? [] : [strings.movedLines]),
  ];
}
