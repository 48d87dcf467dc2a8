import type { Cell } from '../../numbers/matrix';
import { findingSpan } from '../../numbers/findingSpan';
import { shadeScale } from '../../../src/attention/shadeScale';
import { combine, type Disposable, LatestSignal } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { createFigure } from '../../figures/figure';
import { createFold } from '../../figures/fold';
import { createLoading } from '../../figures/loading';
import type { View, ViewState } from '../../state/state';
import { freeToken, lockToken } from '../../state/token';
import { strings } from '../../text/strings';
import { checkbox } from '../../dom/toolkit';
import { shadedPicture } from './shadedPicture';
import { createStripLegend, setShades } from './stripLegend';
import { createStripLinks } from './stripLinks';
import { gridOf, noteOf, sentenceOf, shadedMap } from './stripTexts';
import { createTokenList } from './tokenList';
import {
  largestWeight,
  type OpenMap,
  openMapWeights,
  type TokenWeights,
  weightsOfLayers,
} from './tokenWeights';

/** The prompt as its tokens, shaded by what the token that is looked at or locked attends to, and what attends to it. */
export function mountTokenStrip(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  /** Of the locked token; `null` while they are on their way. */
  let weights: TokenWeights | null = null;
  /** Got when a token is first looked at or locked. */
  let openMap: OpenMap | null = null;
  /** Where the table is; walking there locks nothing, since that would make another table. */
  let tableCursor: Cell | null = null;

  const list = createTokenList(view, {
    onLook: (looked) => store.set({ looked }),
    onLock: lock,
    onFree: () => freeToken(view),
  });
  const count = { n: shown.result.tokens.length };
  const fold = createFold(
    list.element,
    { more: l10n.t(strings.stripMore, count), fewer: l10n.t(strings.stripFewer) },
    () => links.redraw(),
  );
  const links = createStripLinks(list.element, list.tokens, fold.isCutOff);
  const sentence = h('p', { class: 'readout', role: 'status' });
  const legend = createStripLegend(l10n);
  const allLayers = checkbox(l10n.t(strings.scopeAll), store.get().scope === 'all-layers', (checked) =>
    store.set({ scope: checked ? 'all-layers' : 'one-map' }),
  );

  const loading = createLoading({
    view,
    spoken: false,
    async load(signal) {
      // What is shown stays for a moment, so that walking does not flicker; it is no longer available as a file.
      weights = null;
      list.element.setAttribute('aria-busy', 'true');
      const { token, scope: which } = store.get();
      if (which === 'one-map') openMap ??= await openMapWeights(view, signal);
      const next = which === 'one-map' ? openMap!(token) : await weightsOfLayers(view, token, signal);
      if (signal.aborted) return;
      weights = next;
      show();
      figure.setNote(noteOf(view, next.pool));
    },
    onSlow: () => clear(),
    failed() {
      clear();
      // The map tells what went wrong; the strip keeps its words.
      return l10n.t(strings.partFailed);
    },
    onSettled() {
      list.element.removeAttribute('aria-busy');
      figure.refresh();
    },
  });
  const figure = createFigure({
    view,
    heading: l10n.t(strings.prompt),
    level: 'section',
    note: noteOf(view, 1),
    hint: l10n.t(strings.promptHint),
    pictureFirst: true,
    content() {
      if (!weights) return null;
      return {
        grid: gridOf(view, weights),
        picture: shadedPicture(view, weights),
        // The names of both directions are longer than a weight.
        widths: { heading: 110, column: 140 },
      };
    },
    cursor: () => tableCursor ?? { row: 0, column: Math.floor(store.get().token / (weights?.pool ?? 1)) },
    onCursor(cell) {
      tableCursor = cell;
      figure.moved();
    },
    onChoose: ({ column }) => lock(column * (weights?.pool ?? 1)),
  });
  figure.controls.append(allLayers.element);
  figure.body.append(fold.element, legend.element, loading.element, sentence);
  host.append(figure.element);

  function lock(token: number): void {
    lockToken(view, token);
    view.host.chooseToken(token);
  }

  /** Shows the token that is looked at, else the locked one. */
  function show(): void {
    const { looked } = store.get();
    const now = looked === null ? weights : (openMap?.(looked) ?? null);
    if (!now) return;
    const largest = largestWeight(now);
    const scale = shadeScale(largest);
    // First, since it asks where tokens stand.
    links.show(now, scale);
    list.shade(now, scale);
    legend.show(shadedMap(view, now), scale, largest);
    sentence.textContent = sentenceOf(view, now);
  }

  function clear(): void {
    list.clear();
    links.clear();
    legend.clear();
    sentence.textContent = '';
  }

  const latestLook = new LatestSignal();
  let frame = 0;
  function look(): void {
    const signal = latestLook.next();
    const { looked } = store.get();
    cancelAnimationFrame(frame);
    // A pointer that sweeps over tokens is followed as often as the screen is painted.
    frame = requestAnimationFrame(() => {
      show();
      list.setTokens(store.get().token, looked);
    });
    if (looked === null || openMap) return;
    openMapWeights(view, signal).then(
      (got) => {
        openMap = got;
        show();
      },
      // The map says what is wrong; there is nothing to look at meanwhile.
      () => undefined,
    );
  }

  setShades(figure.body, store.get().palette);
  loading.load();
  // What the prompt is read for, and else its beginning.
  const { finding } = store.get();
  const span = finding === null ? null : findingSpan(shown.result, finding);
  if (span) fold.reveal(list.tokens[span.tokens.first]!);
  return combine(
    loading,
    figure,
    list,
    fold,
    links,
    latestLook,
    { dispose: () => cancelAnimationFrame(frame) },
    store.subscribe(['palette'], ({ palette }) => setShades(figure.body, palette)),
    store.subscribe(['cursor'], ({ cursor }) => list.setCursor(cursor)),
    store.subscribe(['highlighted'], ({ highlighted }) => {
      list.setHighlighted(highlighted);
      // What was selected before the page came moves nothing of it.
      if (highlighted?.isNew) fold.reveal(list.tokens[highlighted.first]!);
    }),
    store.subscribe(['looked'], look),
    store.subscribe(['token', 'scope', 'layer', 'head', 'sink'], (state, changed) => {
      if (changed.has('token')) tableCursor = null;
      if (['layer', 'head', 'sink'].some((key) => changed.has(key as keyof ViewState))) openMap = null;
      list.setTokens(state.token, state.looked);
      allLayers.set(state.scope === 'all-layers');
      if (needsWeights(state, changed)) loading.load();
      if (!openMap && state.looked !== null) look();
      if (changed.has('token')) fold.reveal(list.tokens[state.token]!);
    }),
  );
}

function needsWeights({ scope }: Readonly<ViewState>, changed: ReadonlySet<keyof ViewState>): boolean {
  return (
    ['token', 'scope', 'sink'].some((key) => changed.has(key as keyof ViewState)) ||
    (scope === 'one-map' && (changed.has('layer') || changed.has('head')))
  );
}
