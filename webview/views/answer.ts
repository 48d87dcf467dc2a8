import { describe } from '../../src/describe/describe';
import { details } from '../dom/details';
import { combine, type Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import { treatmentShown, type View } from '../state/state';
import { strings } from '../text/strings';

/** Values of the answer that stand out. */
const STRONG = ['times', 'half', 'share', 'segment', 'subject'];

/** What was found and how sure that is, and the answer in one sentence; the figures behind it on request. */
export function mountAnswer(host: HTMLElement, { l10n, shown, store }: View): Disposable {
  const { result } = shown;
  const heading = h('h1', { class: 'answer', tabindex: -1 });
  const figures = h('p', {});
  const more = details(l10n.t(strings.answerFigures), figures);
  const heard = result.findings.filter(({ suppressed }) => !suppressed);
  const found = h('p', { class: `found${heard.length > 0 ? ' is-warned' : ''}` });
  host.append(
    h(
      'p',
      { class: 'overline' },
      h('span', { class: 'file-name' }, shown.title),
      ' · ',
      l10n.say(describe(result).model),
    ),
    found,
    heading,
    more.element,
  );
  const say = () => {
    const said = describe(result, treatmentShown(store.get()));
    found.textContent = l10n.say(said.found);
    heading.replaceChildren(
      ...l10n
        .pieces(said.answer)
        .map(({ text, slot }) => (slot && STRONG.includes(slot) ? h('strong', {}, text) : text)),
    );
    figures.textContent = said.details.map(l10n.say).join(' ');
    more.element.hidden = said.details.length === 0;
  };
  say();
  return combine(more, store.subscribe(['sink'], say));
}
