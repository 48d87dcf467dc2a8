import type { Cell } from '../../numbers/matrix';
import { findingSpan } from '../../numbers/findingSpan';
import { heatmapConfig } from '../../charts/heatmap/heatmapChart';
import { fitScale } from '../../colors/weightScale';
import { shadeScale } from '../../colors/shadeScale';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { createFigure } from '../../figures/figure';
import { createFold } from '../../figures/fold';
import { createLoading } from '../../figures/loading';
import type { View, ViewState } from '../../state/state';
import { strings } from '../../text/strings';
import { chooser } from '../../dom/toolkit';
import { createStripLegend, setShades } from './stripLegend';
import { gridOf, sentenceOf, shadedMap, treatmentOf } from './stripTexts';
import { createTokenList } from './tokenList';
import { type TokenWeights, tokenWeights } from './tokenWeights';

/** The prompt as its tokens, shaded by what the chosen one attends to, or by what attends to it. */
export function mountTokenStrip(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  let weights: TokenWeights | null = null;
  /** Where the table is; walking there chooses nothing, since that would make another table. */
  let tableCursor: Cell | null = null;
  let scopeBefore = store.get().scope;

  const list = createTokenList(view, choose);
  const count = { n: shown.result.tokens.length };
  const fold = createFold(list.element, {
    more: l10n.t(strings.stripMore, count),
    fewer: l10n.t(strings.stripFewer),
  });
  const sentence = h('p', { class: 'readout', role: 'status' });
  const legend = createStripLegend(l10n);

  const direction = chooser(
    l10n.t(strings.direction),
    [
      { value: 'reads', text: l10n.t(strings.directionReads) },
      { value: 'readBy', text: l10n.t(strings.directionReadBy) },
    ],
    store.get().direction,
    (value) => {
      if (value === 'readBy') scopeBefore = store.get().scope;
      // Who attends to a token is a column of each map: over all layers that is every map whole.
      store.set(
        value === 'readBy'
          ? { direction: 'readBy', scope: 'one-map' }
          : { direction: 'reads', scope: scopeBefore },
      );
    },
  );
  const scope = chooser(
    l10n.t(strings.scope),
    [
      { value: 'all-layers', text: l10n.t(strings.scopeAll) },
      { value: 'one-map', text: l10n.t(strings.scopeOne) },
    ],
    store.get().scope,
    (value) => store.set({ scope: value === 'all-layers' ? 'all-layers' : 'one-map' }),
  );

  const loading = createLoading({
    view,
    spoken: false,
    async load(signal) {
      // What is shown stays for a moment, so that walking does not flicker; it is no longer available as a file.
      weights = null;
      list.element.setAttribute('aria-busy', 'true');
      const next = await tokenWeights(view, signal);
      if (signal.aborted) return;
      weights = next;
      shade(next.values);
      sentence.textContent = sentenceOf(view, next);
      note();
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
    level: 2,
    note: '',
    hint: l10n.t(strings.promptHint),
    pictureFirst: true,
    content() {
      if (!weights) return null;
      const grid = gridOf(view, weights);
      return {
        grid,
        picture: {
          height: 270,
          config: (palette, width, titles) =>
            heatmapConfig({ grid, scale: fitScale(grid.values, 'linear'), palette, width, titles }),
        },
      };
    },
    cursor: () => tableCursor ?? { row: 0, column: Math.floor(store.get().token / (weights?.pool ?? 1)) },
    onCursor(cell) {
      tableCursor = cell;
      figure.moved();
    },
    onChoose: ({ column }) => choose(column * (weights?.pool ?? 1)),
  });
  figure.controls.append(direction.element, scope.element);
  figure.body.append(fold.element, legend.element, loading.element, sentence);
  host.append(figure.element);

  function choose(token: number): void {
    store.set({ token });
    view.host.chooseToken(token);
  }

  function shade(values: Float32Array): void {
    const largest = values.reduce((most, value) => (value > most ? value : most), 0);
    const scale = shadeScale(largest);
    list.shade(values, scale);
    legend.show(scale, largest);
  }

  function clear(): void {
    list.clear();
    legend.show([], 0);
    sentence.textContent = '';
  }

  function mark(): void {
    const { token, highlighted, direction: way, scope: which } = store.get();
    list.setChosen(token);
    list.setHighlighted(highlighted);
    direction.set(way);
    scope.set(which);
    scope.setEnabled('all-layers', way === 'reads');
    note();
  }

  function note(): void {
    const reads = store.get().direction === 'reads';
    const what = l10n.t(reads ? strings.promptNoteReads : strings.promptNoteReadBy, { map: shadedMap(view) });
    const off = reads ? '' : ` ${l10n.t(strings.scopeOff)}`;
    figure.setNote(`${what} ${treatmentOf(view, weights?.pool ?? 1)}${off}`);
  }

  setShades(figure.body, store.get().palette);
  mark();
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
    store.subscribe(['palette'], ({ palette }) => setShades(figure.body, palette)),
    store.subscribe(['cursor'], ({ cursor }) => list.setCursor(cursor)),
    store.subscribe(
      ['token', 'highlighted', 'direction', 'scope', 'layer', 'head', 'sink'],
      (state, changed) => {
        if (changed.has('token')) tableCursor = null;
        mark();
        if (needsWeights(state, changed)) loading.load();
        if (changed.has('highlighted') && state.highlighted)
          fold.reveal(list.tokens[state.highlighted.first]!);
        if (changed.has('token')) fold.reveal(list.tokens[state.token]!);
      },
    ),
  );
}

function needsWeights({ scope }: Readonly<ViewState>, changed: ReadonlySet<keyof ViewState>): boolean {
  return (
    ['token', 'direction', 'scope', 'sink'].some((key) => changed.has(key as keyof ViewState)) ||
    (scope === 'one-map' && (changed.has('layer') || changed.has('head')))
  );
}
