import { segmentName, unmappedName } from '../../../src/describe/names';
import type { Token, TokenSpan } from '../../../src/protocol/attention';
import { type ShadeScale, shadeStep } from '../../colors/shadeScale';
import { combine, type Disposable, listen } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { isRightToLeft } from '../../../src/describe/tokenText';
import { tokenName } from '../../text/names';
import { groupOf } from '../../../src/attention/parts';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { gapText, stripText } from './stripTexts';
import { tokenByKey } from './tokenKeys';

/** The prompt as a list of its tokens, one of which is chosen. */
export interface TokenList extends Disposable {
  element: HTMLElement;
  /** `[token]` */
  tokens: readonly HTMLElement[];
  /** Shades each token by its weight. */
  shade(values: Float32Array, scale: ShadeScale): void;
  clear(): void;
  setChosen(token: number): void;
  setHighlighted(tokens: TokenSpan | null): void;
  /** Marks both tokens of a cell of the map. */
  setCursor(cell: { row: number; column: number } | null): void;
}

export function createTokenList(view: View, onChoose: (token: number) => void): TokenList {
  const { l10n, shown, store } = view;
  const { tokens } = shown.result;
  const elements = tokens.map((token, index) => tokenElement(token, index));
  for (const span of shown.result.attention.spans) {
    for (let index = span?.tokens.first ?? 0; index < (span?.tokens.end ?? 0); index++)
      elements[index]?.classList.add('in-finding');
  }
  const element = h(
    'div',
    { class: 'strip', role: 'listbox', 'aria-label': l10n.t(strings.stripLabel) },
    ...groups(view, elements),
  );

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

  function choose(index: number): void {
    const token = Math.max(0, Math.min(tokens.length - 1, index));
    onChoose(token);
    elements[token]?.focus({ preventScroll: false });
  }

  const listeners = combine(
    listen<MouseEvent>(element, 'click', (event) => {
      const token =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-token]') : null;
      if (token) choose(Number(token.dataset.token));
    }),
    listen<KeyboardEvent>(element, 'keydown', (event) => {
      const to = tokenByKey(event, store.get().token, elements);
      if (to === null) return;
      event.preventDefault();
      choose(to);
    }),
  );
  return {
    element,
    tokens: elements,
    shade(values, scale) {
      for (const [index, token] of elements.entries()) {
        const step = shadeStep(scale, values[index]!);
        if (step === 0) delete token.dataset.shade;
        else if (token.dataset.shade !== String(step)) token.dataset.shade = String(step);
      }
    },
    clear() {
      for (const token of elements) delete token.dataset.shade;
    },
    setChosen(chosen) {
      for (const [index, token] of elements.entries()) {
        const isChosen = index === chosen;
        token.tabIndex = isChosen ? 0 : -1;
        if ((token.getAttribute('aria-selected') === 'true') !== isChosen)
          token.setAttribute('aria-selected', String(isChosen));
      }
    },
    setHighlighted(span) {
      for (const [index, token] of elements.entries())
        token.classList.toggle('is-highlighted', span !== null && index >= span.first && index < span.end);
    },
    setCursor(cell) {
      for (const token of element.querySelectorAll('.is-cursor')) token.classList.remove('is-cursor');
      if (cell) for (const index of [cell.row, cell.column]) elements[index]?.classList.add('is-cursor');
    },
    dispose: listeners.dispose,
  };
}

interface Group {
  group: ReturnType<typeof groupOf>;
  element: HTMLElement;
  texts: string[];
}

/** Tokens under the name of their segment, where there is more than one. */
function groups({ l10n, shown }: View, elements: readonly HTMLElement[]): HTMLElement[] {
  const { tokens, segments } = shown.result;
  const made: Group[] = [];
  let open: Group | null = null;
  for (const [index, token] of tokens.entries()) {
    const group = groupOf(token);
    if (!open || open.group !== group) {
      const label: string =
        group === 'unmapped'
          ? l10n.say(unmappedName)
          : l10n.say(segmentName(group === 'template' ? undefined : segments[group]));
      const element: HTMLElement = h('div', {
        role: 'group',
        'aria-label': label,
        class: 'strip-segment',
        'data-label': segments.length > 1 ? label : undefined,
      });
      if (segments.length > 1 && typeof group === 'number') element.classList.add(`series-${group % 6}`);
      open = { group, element, texts: [] };
      made.push(open);
    }
    if (token.gap)
      open.element.append(h('span', { class: 'gap', 'aria-hidden': 'true' }, gapText(token.gap)));
    open.element.append(elements[index]!);
    open.texts.push(token.text);
  }
  // Text runs the way most of its words do, as it does in the editor.
  for (const { element, texts } of made) if (isRightToLeft(texts)) element.setAttribute('dir', 'rtl');
  return made.map(({ element }) => element);
}
