import type { NextToken } from '../../../src/protocol/analysis';
import { type Disposable, combine, listen } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { isShortcut } from '../../figures/cellKeys';
import type { L10n } from '../../../src/describe/l10n';
import { partOfCharacter } from '../../../src/describe/nextWords';
import { isRightToLeft } from '../../../src/describe/tokenText';
import { strings } from '../../text/strings';
import { isRest, stripText } from '../prompt/stripTexts';

/** What of an answer is looked into: one of its tokens, or all of it. */
export type AnswerPart = number | 'whole';

/** The tokens of an answer as they come, and all of it, of which one is chosen by pointer or keys. */
export interface AnswerTokens extends Disposable {
  element: HTMLElement;
  show(tokens: readonly NextToken[]): void;
  add(token: NextToken): void;
  choose(part: AnswerPart): void;
}

export function createAnswerTokens(l10n: L10n, onChoose: (part: AnswerPart) => void): AnswerTokens {
  const whole = h(
    'span',
    { class: 'token answer-whole', role: 'option', tabindex: 0 },
    l10n.t(strings.answerWhole),
  );
  const element = h('div', {
    ...{ class: 'strip answer-tokens', role: 'listbox', 'aria-label': l10n.t(strings.answerTokens) },
  });
  let options: HTMLElement[] = [];
  let texts: string[] = [];
  let chosen = 0;

  function mark(at: number): void {
    for (const [index, option] of options.entries()) {
      option.setAttribute('aria-selected', String(index === at));
      option.tabIndex = index === at ? 0 : -1;
    }
    chosen = at;
  }

  function pick(at: number): void {
    const to = Math.max(0, Math.min(options.length - 1, at));
    mark(to);
    options[to]!.focus({ preventScroll: true });
    onChoose(to === 0 ? 'whole' : to - 1);
  }

  /** What is read out of a token without words. */
  function spokenName(text: string): string | undefined {
    if (isRest(text)) return l10n.say(partOfCharacter);
    return text.trim() === '' ? stripText(text) : undefined;
  }

  function add(token: NextToken): void {
    const option = h(
      'span',
      {
        ...{ class: 'token', role: 'option', tabindex: -1, 'aria-selected': 'false' },
        title: l10n.percent(token.probability),
        'aria-label': spokenName(token.text),
      },
      stripText(token.text),
    );
    if (isRest(token.text)) option.classList.add('token-rest');
    if (token.text.includes('\n')) option.classList.add('token-break');
    options.push(option);
    texts.push(token.text);
    element.append(option);
    // It runs the way most of its words do, as the prompt does.
    element.dir = isRightToLeft(texts) ? 'rtl' : 'ltr';
  }

  const listeners = combine(
    listen<MouseEvent>(element, 'click', ({ target }) => {
      const at = options.findIndex((option) => option === target);
      if (at >= 0) pick(at);
    }),
    listen<KeyboardEvent>(element, 'keydown', (event) => {
      if (isShortcut(event)) return;
      const to = {
        ArrowRight: chosen + 1,
        ArrowDown: chosen + 1,
        ArrowLeft: chosen - 1,
        ArrowUp: chosen - 1,
        Home: 0,
        End: options.length - 1,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      pick(to);
    }),
  );
  return {
    element,
    show(tokens) {
      options = [whole];
      texts = [];
      element.dir = 'ltr';
      element.replaceChildren(whole);
      for (const token of tokens) add(token);
      mark(0);
    },
    add,
    choose: (part) => mark(part === 'whole' ? 0 : part + 1),
    dispose: () => listeners.dispose(),
  };
}
