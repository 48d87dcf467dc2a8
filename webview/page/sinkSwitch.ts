import { combine } from '../dom/disposable';
import { h } from '../dom/elements';
import { checkbox } from '../dom/toolkit';
import type { Mount } from '../state/state';
import { strings } from '../text/strings';
import { shareTreatment } from '../text/treatment';

/** Whether the sink is in what the page shows, all of it, and what that means; nothing where the model has none. */
export const mountSinkSwitch: Mount = (host, view) => {
  const { l10n, shown, store } = view;
  const { sink } = shown.result.attention;
  if (sink === null) return combine();
  const box = checkbox(
    l10n.t(strings.showSink, { index: String(sink) }),
    store.get().sink === 'shown',
    (checked) => store.set({ sink: checked ? 'shown' : 'hidden' }),
  );
  // Where the page says it below, the note is not seen.
  box.element.title = l10n.t(strings.sinkMeans);
  const note = h('p', { class: 'note' });
  host.append(box.element, note);
  const tell = () => {
    const isOut = store.get().sink === 'hidden';
    box.set(!isOut);
    note.textContent = `${shareTreatment(view, isOut)} ${l10n.t(strings.sinkMeans)}`;
  };
  tell();
  return store.subscribe(['sink'], tell);
};
