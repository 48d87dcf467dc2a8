import type { Token, TokenSpan } from '../../../src/protocol/attention';
import { type ShadeScale, shadeStep } from '../../../src/attention/shadeScale';
import type { Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { tokenName } from '../../text/names';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { isRest, stripText } from './stripTexts';
import { tokenGroups } from './tokenGroups';
import { type Pointing, pointAtTokens } from './pointing';
import type { TokenWeights } from './tokenWeights';

/** The prompt as a list of its tokens, one of which is locked. */
export interface TokenList extends Disposable {
  element: HTMLElement;
  /** `[token]` */
  tokens: readonly HTMLElement[];
  /** Shades each token by what it is read by one, or what it gives to it. */
  shade(weights: TokenWeights, scale: ShadeScale): void;
  clear(): void;
  /** The token that is locked, and the one that is looked at. */
  setTokens(locked: number, looked: number | null): void;
  setHighlighted(tokens: TokenSpan | null): void;
  /** Marks both tokens of a cell of the map. */
  setCursor(cell: { row: number; column: number } | null): void;
}

export function createTokenList(view: View, events: Pointing): TokenList {
  const { l10n, shown, store } = view;
  const { tokens } = shown.result;
  const elements = tokens.map((token, index) => tokenElement(token, index));
  for (const span of shown.result.attention.spans) {
    for (let index = span?.tokens.first ?? 0; index < (span?.tokens.end ?? 0); index++)
      elements[index]?.classList.add('in-finding');
  }
  /** Which tokens are marked so, and which one the keyboard comes to. */
  let { token: locked, looked } = store.get();
  let current = looked ?? locked;
  elements[current]!.tabIndex = 0;
  elements[locked]!.setAttribute('aria-selected', 'true');
  const element = h(
    'div',
    { class: 'strip', role: 'listbox', 'aria-label': l10n.t(strings.stripLabel) },
    ...tokenGroups(view, elements),
  );

  function tokenElement(token: Token, index: number): HTMLElement {
    const classes = ['token', `token-${token.origin}`];
    if (token.text.includes('\n')) classes.push('token-break');
    if (isRest(token.text)) classes.push('token-rest');
    return h(
      'span',
      {
        class: classes.join(' '),
        role: 'option',
        'data-token': index,
        tabindex: -1,
        'aria-selected': 'false',
        // Of white space alone nothing would be read out.
        'aria-label':
          isRest(token.text) || /^ *$/.test(token.text) ? tokenName(l10n, tokens, index) : undefined,
      },
      stripText(token.text),
    );
  }

  /** The step that each token shows; what is pointed at changes few of them. */
  const steps: string[] = elements.map(() => '');
  function setShade(index: number, shade: string): void {
    if (steps[index] === shade) return;
    steps[index] = shade;
    if (shade === '') delete elements[index]!.dataset.shade;
    else elements[index]!.dataset.shade = shade;
  }

  const pointing = pointAtTokens(element, elements, store, events);

  return {
    element,
    tokens: elements,
    shade({ reads, readBy }, scale) {
      for (const index of elements.keys()) {
        const isReader = readBy !== null && Number.isNaN(reads[index]);
        const step = shadeStep(scale, isReader ? readBy[index]! : reads[index]!);
        setShade(index, step === 0 ? '' : isReader ? `by-${step}` : String(step));
      }
    },
    clear() {
      for (const index of elements.keys()) setShade(index, '');
    },
    setTokens(nowLocked, nowLooked) {
      const at = nowLooked ?? nowLocked;
      if (at !== current) {
        elements[current]!.tabIndex = -1;
        elements[at]!.tabIndex = 0;
        // Keys that lock or let go leave the focus in the list.
        if (document.activeElement === elements[current] && !pointing.byPointer())
          elements[at]!.focus({ preventScroll: true });
        current = at;
      }
      if (nowLocked !== locked) {
        elements[locked]!.setAttribute('aria-selected', 'false');
        elements[nowLocked]!.setAttribute('aria-selected', 'true');
        locked = nowLocked;
      }
      if (nowLooked !== looked) {
        if (looked !== null) elements[looked]!.classList.remove('is-looked');
        if (nowLooked !== null) elements[nowLooked]!.classList.add('is-looked');
        looked = nowLooked;
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
    dispose: pointing.dispose,
  };
}
