import { type Token } from '../../src/protocol/attention';
import { type Cell } from '../charts/cell';
import { combine, type Disposable, listen } from '../disposable';
import { h } from '../dom';
import { createFigure } from '../figures/figure';
import { heatmapConfig } from '../charts/heatmapChart';
import { wholeWindow } from '../charts/mapWindow';
import { fitScale } from '../charts/weightScale';
import { createLoading } from '../figures/loading';
import { isRightToLeft, segmentName, tokenName } from '../names';
import { sinkNote, sourceOf, type View, type ViewState } from '../state';
import { strings } from '../strings';
import { gridOf, sentenceOf, shadedMap, stripText } from './stripTexts';
import { tokenByKey } from './tokenKeys';
import { chooser } from '../toolkit';
import { type TokenWeights, tokenWeights } from './tokenWeights';

/** The prompt as its tokens, shaded by what the chosen one attends to, or by what attends to it. */
export function mountTokenStrip(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const { tokens } = shown.result;
  let weights: TokenWeights | null = null;
  /** Where the table is; walking there chooses nothing, since that would make another table. */
  let tableCursor: Cell | null = null;
  let scopeBefore = store.get().scope;

  const elements = tokens.map((token, index) => tokenElement(token, index));
  for (const span of shown.result.attention.spans) {
    for (let index = span?.tokens.first ?? 0; index < (span?.tokens.end ?? 0); index++)
      elements[index]?.classList.add('in-finding');
  }
  const list = h(
    'div',
    { class: 'strip', role: 'listbox', 'aria-label': l10n.t(strings.stripLabel) },
    ...groups(view, elements),
  );
  const sentence = h('p', { class: 'readout', role: 'status' });
  const top = h('span', { class: 'strip-top' });
  const legend = h(
    'p',
    { class: 'strip-legend', 'aria-hidden': 'true' },
    '0',
    h('span', { class: 'strip-ramp' }),
    top,
  );

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
      // What is shown stays for a moment, so that walking does not flicker; it is no longer to be had as a file.
      weights = null;
      list.setAttribute('aria-busy', 'true');
      const next = await tokenWeights(view, signal);
      if (signal.aborted) return;
      weights = next;
      shade(next);
    },
    onSlow: () => clear(),
    failed() {
      clear();
      // The map tells what went wrong; the strip keeps its words.
      return l10n.t(strings.partFailed);
    },
    onSettled() {
      list.removeAttribute('aria-busy');
      figure.refresh();
    },
  });
  const figure = createFigure({
    view,
    heading: l10n.t(strings.prompt),
    level: 2,
    note: '',
    content() {
      if (!weights) return null;
      const grid = gridOf(view, weights);
      const titles = { title: grid.title, source: sourceOf(view) };
      return {
        grid,
        part: wholeWindow(grid.rows, grid.columns),
        picture: {
          title: grid.title,
          width: 900,
          height: 270,
          config: (palette, width) =>
            heatmapConfig({ grid, scale: fitScale(grid.values, 'linear'), palette, width, titles }),
        },
      };
    },
    cursor: () => tableCursor ?? { row: 0, column: store.get().token },
    onCursor(cell) {
      tableCursor = cell;
      figure.moved();
    },
    onChoose({ column }) {
      store.set({ token: column });
      view.host.chooseToken(column);
    },
  });
  figure.body.append(
    h('div', { class: 'controls' }, direction.element, scope.element),
    list,
    legend,
    loading.element,
    sentence,
  );
  host.append(figure.element);

  function tokenElement(token: Token, index: number): HTMLElement {
    const classes = ['token', `token-${token.origin}`];
    if (token.text.includes('\n')) classes.push('token-break');
    return h(
      'span',
      {
        class: classes.join(' '),
        role: 'option',
        'data-token': index,
        tabindex: -1,
        'aria-selected': 'false',
        // Of white space alone nothing would be read out.
        'aria-label': /^ *$/.test(token.text) ? tokenName(l10n, tokens, index) : undefined,
      },
      stripText(token.text),
    );
  }

  function clear(): void {
    for (const element of elements) {
      element.style.removeProperty('--w');
      element.style.removeProperty('--bar');
    }
    top.textContent = '';
    sentence.textContent = '';
  }

  function shade({ values, pool }: TokenWeights): void {
    let most = 0;
    for (const value of values) if (value > most) most = value;
    for (const [index, element] of elements.entries()) {
      const value = values[index]!;
      const level = most > 0 && value > 0 ? value / most : 0;
      element.style.setProperty('--w', level.toFixed(3));
      // A bar of whole pixels tells the weight without its colour.
      element.style.setProperty('--bar', `${-Math.round(level * 3)}px`);
    }
    top.textContent = l10n.percent(most);
    sentence.textContent = sentenceOf(view, { values, pool });
  }

  function mark(): void {
    const { token, highlighted, direction: way, scope: which } = store.get();
    for (const [index, element] of elements.entries()) {
      const chosen = index === token;
      element.tabIndex = chosen ? 0 : -1;
      if ((element.getAttribute('aria-selected') === 'true') !== chosen)
        element.setAttribute('aria-selected', String(chosen));
      element.classList.toggle(
        'is-highlighted',
        highlighted !== null && index >= highlighted.first && index < highlighted.end,
      );
    }
    direction.set(way);
    scope.set(which);
    scope.setEnabled('all-layers', way === 'reads');
    const map = shadedMap(view);
    const note = l10n.t(way === 'reads' ? strings.promptNoteReads : strings.promptNoteReadBy, { map });
    const off = way === 'readBy' ? ` ${l10n.t(strings.scopeOff)}` : '';
    figure.setNote(`${note} ${sinkNote(view)}${off}`);
  }

  /** Both tokens of the map's cell are marked in the text too. */
  function markCursor(): void {
    const { cursor } = store.get();
    for (const element of list.querySelectorAll('.is-cursor')) element.classList.remove('is-cursor');
    if (cursor) for (const index of [cursor.row, cursor.column]) elements[index]?.classList.add('is-cursor');
  }

  /** Scrolls the text, not the page, to what it is read for: the chosen finding, else the chosen token. */
  function showStart(): void {
    const { finding, token } = store.get();
    const first = shown.result.attention.spans[finding ?? 0]?.tokens.first ?? token;
    const element = elements[first];
    if (!element) return;
    const below = element.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (below > list.clientHeight * 0.8) list.scrollTop = below - list.clientHeight / 3;
  }

  function choose(index: number): void {
    const token = Math.max(0, Math.min(tokens.length - 1, index));
    store.set({ token });
    elements[token]?.focus({ preventScroll: false });
    view.host.chooseToken(token);
  }

  mark();
  loading.load();
  showStart();
  return combine(
    loading,
    figure,
    store.subscribe(['cursor'], markCursor),
    listen<MouseEvent>(list, 'click', (event) => {
      const element =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-token]') : null;
      if (element) choose(Number(element.dataset.token));
    }),
    listen<KeyboardEvent>(list, 'keydown', (event) => {
      const to = tokenByKey(event, store.get().token, elements);
      if (to === null) return;
      event.preventDefault();
      choose(to);
    }),
    store.subscribe(
      ['token', 'highlighted', 'direction', 'scope', 'layer', 'head', 'sink'],
      (state, changed) => {
        if (changed.has('token')) tableCursor = null;
        mark();
        if (needsWeights(state, changed)) loading.load();
        const { highlighted } = state;
        if (changed.has('highlighted') && highlighted)
          elements[highlighted.first]?.scrollIntoView({ block: 'nearest' });
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

/** Tokens under the name of their segment, where there is more than one. */
function groups({ l10n, shown }: View, elements: readonly HTMLElement[]): HTMLElement[] {
  const { tokens, segments } = shown.result;
  const made: { segment: number | null; element: HTMLElement; texts: string[] }[] = [];
  let open: (typeof made)[number] | null = null;
  for (const [index, token] of tokens.entries()) {
    if (!open || open.segment !== token.segment) {
      const label = segmentName(l10n, token.segment === null ? undefined : segments[token.segment]);
      const element = h('div', {
        role: 'group',
        'aria-label': label,
        class: 'strip-segment',
        'data-label': segments.length > 1 ? label : undefined,
      });
      if (segments.length > 1 && token.segment !== null) element.classList.add(`series-${token.segment % 6}`);
      open = { segment: token.segment, element, texts: [] };
      made.push(open);
    }
    open.element.append(elements[index]!);
    open.texts.push(token.text);
  }
  // Text runs the way most of its words do, as it does in the editor.
  for (const { element, texts } of made) if (isRightToLeft(texts)) element.setAttribute('dir', 'rtl');
  return made.map(({ element }) => element);
}
