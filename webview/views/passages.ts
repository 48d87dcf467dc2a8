import {
  passagePhrase,
  passagesMean,
  passagesMeanNot,
  passagesTitle,
  topPassages,
  type Passage,
} from '../../src/describe/warnings/passages';
import { visible } from '../../src/describe/tokenText';
import type { Token } from '../../src/protocol/attention';
import { combine, type Disposable } from '../dom/disposable';
import { h, uniqueId } from '../dom/elements';
import { lineNow } from '../state/lineNow';
import type { View } from '../state/state';
import { strings } from '../text/strings';

/** The passages of untrusted text that are most like an order to an AI, with what that means. */
export function mountPassages(host: HTMLElement, view: View): Disposable {
  const { l10n, shown, store } = view;
  const passages = topPassages(shown.result);
  if (passages.length === 0) return combine();
  const id = uniqueId('passages');
  const items = passages.map((passage) => item(view, passage));
  host.append(
    h('h2', { id }, l10n.say(passagesTitle)),
    h('p', { class: 'note' }, `${l10n.say(passagesMean)} ${l10n.say(passagesMeanNot)}`),
    h('ol', { class: 'ranked-passages', 'aria-labelledby': id }, ...items.map(({ element }) => element)),
  );
  const tell = () => {
    const state = store.get();
    for (const [index, { link }] of items.entries()) {
      const { line, column } = passages[index]!.span;
      link.textContent = l10n.t(strings.findingPlace, { line: lineNow(state, line), column });
    }
  };
  tell();
  return store.subscribe(['linesMoved', 'edited'], tell);
}

function item({ l10n, shown, host }: View, passage: Passage): { element: HTMLElement; link: HTMLElement } {
  const { tokens } = shown.result;
  const within = tokens.flatMap((token, index) => (isIn(token, passage) ? [index] : []));
  const link = h('button', { class: 'link', type: 'button' });
  link.addEventListener('click', () => {
    if (within[0] !== undefined) host.chooseToken(within[0]);
  });
  const text = within.map((index) => `${tokens[index]!.gap ?? ''}${tokens[index]!.text}`).join('');
  const element = h(
    'li',
    { class: `ranked-passage${passage.isWarned ? ' is-warned' : ''}` },
    h(
      'div',
      { class: 'finding-head' },
      link,
      h('span', { class: 'muted' }, l10n.say(passagePhrase(passage, shown.result))),
    ),
    h('blockquote', { dir: 'auto' }, text.trim().replace(/[^ ]+/gu, visible)),
  );
  return { element, link };
}

function isIn({ start, end }: Token, { span }: Passage): boolean {
  return start !== null && end !== null && start < span.end && end > span.start;
}
