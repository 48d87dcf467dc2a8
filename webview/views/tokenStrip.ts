import { type Token } from '../../src/protocol/attention';
import { combine, type Disposable, LatestSignal, listen } from '../disposable';
import { h } from '../dom';
import { createFigure } from '../figure';
import { heatmapConfig } from '../charts/heatmapChart';
import { fitScale } from '../charts/weightScale';
import { mapName, segmentName, tokenName, visible } from '../names';
import { type NumberGrid } from '../numberGrid';
import { sinkNote, sourceOf, type View, type ViewState } from '../state';
import { strings } from '../strings';
import { chooser } from '../toolkit';
import { type TokenWeights, tokenWeights } from '../tokenWeights';

/** How many tokens the sentence below the strip names. */
const NAMED = 3;

/** The prompt as its tokens, shaded by what the chosen one attends to, or by what attends to it. */
export function mountTokenStrip(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const { tokens } = shown.result;
  const latest = new LatestSignal();
  let weights: TokenWeights | null = null;

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
    (value) =>
      store.set(value === 'readBy' ? { direction: 'readBy', scope: 'one-map' } : { direction: 'reads' }),
  );
  const scope = chooser(
    l10n.t(strings.scope),
    [
      { value: 'all-layers', text: l10n.t(strings.scopeAll) },
      { value: 'one-map', text: l10n.t(strings.scopeOne) },
    ],
    store.get().scope,
    (value) =>
      store.set(value === 'all-layers' ? { scope: 'all-layers', direction: 'reads' } : { scope: 'one-map' }),
  );

  const figure = createFigure({
    view,
    heading: l10n.t(strings.prompt),
    level: 2,
    note: '',
    content: () =>
      weights && {
        grid: gridOf(view, weights),
        part: { firstRow: 0, endRow: 1, firstColumn: 0, endColumn: tokens.length },
        picture: {
          title: gridOf(view, weights).title,
          width: 900,
          height: 270,
          config: (palette, width) => {
            const grid = gridOf(view, weights!);
            return heatmapConfig({
              grid,
              scale: fitScale(grid.values, 'linear'),
              palette,
              width,
              titles: { title: grid.title, source: sourceOf(view) },
            });
          },
        },
      },
    cursor: () => ({ row: 0, column: store.get().token }),
    onCursor: ({ column }) => store.set({ token: column }),
    onChoose: ({ column }) => view.host.chooseToken(column),
  });
  figure.body.append(
    h('div', { class: 'controls' }, direction.element, scope.element),
    list,
    legend,
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
      },
      stripText(token.text),
    );
  }

  async function load(): Promise<void> {
    const signal = latest.next();
    try {
      const next = await tokenWeights(view, signal);
      if (signal.aborted) return;
      weights = next;
      shade();
      figure.refresh();
    } catch {
      // The map below tells what went wrong and how to try again; the strip keeps its words.
    }
  }

  function shade(): void {
    if (!weights) return;
    let most = 0;
    for (const value of weights.values) if (value > most) most = value;
    for (const [index, element] of elements.entries()) {
      const value = weights.values[index]!;
      const level = most > 0 && value > 0 ? value / most : 0;
      element.style.setProperty('--w', level.toFixed(3));
      // A bar of whole pixels tells the weight without its colour.
      element.style.setProperty('--bar', `${-Math.round(level * 3)}px`);
    }
    top.textContent = l10n.percent(most);
    sentence.textContent = sentenceOf(view, weights);
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
    const map = shadedMap(view);
    const note = l10n.t(way === 'reads' ? strings.promptNoteReads : strings.promptNoteReadBy, { map });
    figure.setNote(`${note} ${sinkNote(view)}`);
  }

  /** Both tokens of the map's cell are marked in the text too. */
  function markCursor(): void {
    const { cursor } = store.get();
    for (const element of list.querySelectorAll('.is-cursor')) element.classList.remove('is-cursor');
    if (cursor) for (const index of [cursor.row, cursor.column]) elements[index]?.classList.add('is-cursor');
  }

  function choose(index: number): void {
    const token = Math.max(0, Math.min(tokens.length - 1, index));
    store.set({ token });
    elements[token]?.focus({ preventScroll: false });
    view.host.chooseToken(token);
  }

  mark();
  void load();
  return combine(
    latest,
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
        mark();
        if (needsWeights(state, changed)) void load();
        else if (changed.has('token')) figure.moved();
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
  const made: HTMLElement[] = [];
  let open: { segment: number | null; element: HTMLElement } | null = null;
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
      open = { segment: token.segment, element };
      made.push(element);
    }
    open.element.append(elements[index]!);
  }
  return made;
}

/** A token within running text: spaces stay, a line break is shown and made. */
function stripText(text: string): string {
  return text.replace(/[^ ]+/gu, visible) || '∅';
}

function sentenceOf({ l10n, shown, store }: View, { values, pool }: TokenWeights): string {
  const { tokens } = shown.result;
  const { token, direction } = store.get();
  const chosen = l10n.t(strings.chosenToken, {
    index: token,
    count: tokens.length - 1,
    token: `“${visible(tokens[token]?.text ?? '')}”`,
  });
  const order = [...values.keys()]
    .filter((index) => values[index]! > 0)
    .sort((a, b) => values[b]! - values[a]!)
    .slice(0, NAMED);
  const items = order.map((index) =>
    l10n.t(strings.listItem, { token: tokenName(l10n, tokens, index), share: l10n.percent(values[index]!) }),
  );
  const list = new Intl.ListFormat(l10n.locale, { type: 'conjunction' }).format(items);
  const reads = direction === 'reads';
  const sentence =
    order.length === 0
      ? l10n.t(reads ? strings.attendsNothing : strings.attendedNothing)
      : l10n.t(reads ? strings.attendsMost : strings.attendedMost, { list });
  return pool > 1 ? `${chosen}. ${l10n.t(strings.pooledStrip, { n: pool })}` : `${chosen}. ${sentence}`;
}

/** The map that the shades are of. */
function shadedMap({ l10n, store }: View): string {
  const { scope, layer, head } = store.get();
  return scope === 'all-layers' ? l10n.t(strings.allLayersMean) : mapName(l10n, layer, head);
}

function gridOf(view: View, { values }: TokenWeights): NumberGrid {
  const { l10n, shown, store } = view;
  const { tokens } = shown.result;
  const { token, direction } = store.get();
  const name = tokenName(l10n, tokens, token);
  return {
    name: `token-${token}`,
    title: l10n.t(direction === 'reads' ? strings.stripTitleReads : strings.stripTitleReadBy, {
      token: name,
      map: shadedMap(view),
    }),
    rows: 1,
    columns: tokens.length,
    values,
    rowsTitle: l10n.t(direction === 'reads' ? strings.outputs : strings.inputs),
    columnsTitle: l10n.t(direction === 'reads' ? strings.inputs : strings.outputs),
    valuesTitle: l10n.t(strings.weight),
    rowLabel: () => name,
    columnLabel: (column) => tokenName(l10n, tokens, column),
    format: l10n.weight,
  };
}

/** Up and down go to the token above or below on the screen. */
function tokenByKey(event: KeyboardEvent, from: number, elements: readonly HTMLElement[]): number | null {
  switch (event.key) {
    case 'ArrowLeft':
      return from - 1;
    case 'ArrowRight':
      return from + 1;
    case 'Home':
      return 0;
    case 'End':
      return elements.length - 1;
    case 'ArrowUp':
    case 'ArrowDown': {
      const by = event.key === 'ArrowUp' ? -1 : 1;
      const here = elements[from]!.getBoundingClientRect();
      const middle = here.left + here.width / 2;
      for (let index = from + by; index >= 0 && index < elements.length; index += by) {
        const there = elements[index]!.getBoundingClientRect();
        const onOtherLine = by < 0 ? there.bottom <= here.top + 2 : there.top >= here.bottom - 2;
        if (!onOtherLine) continue;
        if (there.left <= middle && there.right >= middle) return index;
        if (by < 0 ? there.left <= middle : there.left > middle) return index;
      }
      return from;
    }
    default:
      return null;
  }
}
