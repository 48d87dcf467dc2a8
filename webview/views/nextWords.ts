import { isPart, nextText, partOfCharacter } from '../../src/describe/nextWords';
import { combine, type Disposable } from '../dom/disposable';
import { h, uniqueId } from '../dom/elements';
import type { View } from '../state/state';
import { strings } from '../text/strings';

/** The words that the model would go on with, the likeliest first; nothing where it predicts none that can be had. */
export function mountNextWords(host: HTMLElement, { l10n, shown, headings }: View): Disposable {
  const { next } = shown.result;
  if (next.length === 0) return combine();
  const id = uniqueId('next');
  const items = next.map(({ text, probability }) => {
    const bar = h('span', { class: 'next-bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--part', String(probability));
    return h(
      'li',
      {},
      isPart(text)
        ? h('span', { class: 'next-word next-part' }, l10n.say(partOfCharacter))
        : h('span', { class: 'next-word', dir: 'auto' }, nextText(text)),
      bar,
      h('span', {}, l10n.percent(probability)),
    );
  });
  host.append(
    h(headings.section, { id }, l10n.t(strings.nextWords)),
    h('ol', { class: 'next-words', 'aria-labelledby': id }, ...items),
  );
  return combine();
}
