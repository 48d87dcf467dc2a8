import { describe, notesOf } from '../../src/describe/describe';
import { caveat } from '../../src/describe/span';
import type { Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import { lineNow } from '../state/lineNow';
import type { View } from '../state/state';

/** Values of the answer that stand out. */
const STRONG = ['share', 'tokens', 'segment'];

/** The answer in one sentence, and what it is not. */
export function mountAnswer(host: HTMLElement, { l10n, shown, store }: View): Disposable {
  const { result } = shown;
  const said = describe(result);
  const heading = h('h1', { class: 'answer', tabindex: -1 });
  for (const { text, slot } of l10n.pieces(said.answer))
    heading.append(slot && STRONG.includes(slot) ? h('strong', {}, text) : text);
  host.append(
    h(
      'p',
      { class: 'overline' },
      h('span', { class: 'file-name' }, shown.title),
      ' · ',
      l10n.say(said.model),
    ),
    heading,
  );
  if (said.details.length > 0)
    host.append(h('p', { class: 'answer-details' }, said.details.map(l10n.say).join(' ')));
  host.append(h('p', { class: 'note' }, l10n.say(caveat)));
  const notes = said.notes.map(() => h('p', { class: 'notice' }));
  host.append(...notes);
  const tell = () => {
    const state = store.get();
    const leftOut = result.leftOut.map((message) => ({ ...message, line: lineNow(state, message.line) }));
    for (const [at, note] of notesOf({ ...result, leftOut }).entries())
      notes[at]!.textContent = l10n.say(note);
  };
  tell();
  return store.subscribe(['linesMoved', 'edited'], tell);
}
