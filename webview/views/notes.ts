import { notesOf } from '../../src/describe/describe';
import { caveat } from '../../src/describe/span';
import type { Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import { lineNow } from '../state/lineNow';
import type { View } from '../state/state';

/** What to know of how the prompt was read, and what its figures are not. */
export function mountNotes(host: HTMLElement, { l10n, shown, store }: View): Disposable {
  const { result } = shown;
  const notes = notesOf(result).map(() => h('p', { class: 'notice' }));
  host.append(...notes, h('p', { class: 'note' }, l10n.say(caveat)));
  const tell = () => {
    const state = store.get();
    const leftOut = result.leftOut.map((message) => ({ ...message, line: lineNow(state, message.line) }));
    for (const [at, note] of notesOf({ ...result, leftOut }).entries())
      notes[at]!.textContent = l10n.say(note);
  };
  tell();
  return store.subscribe(['linesMoved', 'edited'], tell);
}
