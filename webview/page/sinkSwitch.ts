import { combine } from '../dom/disposable';
import { h } from '../dom/elements';
import { checkbox } from '../dom/toolkit';
import type { Mount } from '../state/state';
import { strings } from '../text/strings';

/** Whether the sink is in what the page shows, all of it; nothing where the model has none. */
export const mountSinkSwitch: Mount = (host, { l10n, shown, store }) => {
  const { sink } = shown.result.attention;
  if (sink === null) return combine();
  const box = checkbox(
    l10n.t(strings.showSink, { index: String(sink) }),
    store.get().sink === 'shown',
    (checked) => store.set({ sink: checked ? 'shown' : 'hidden' }),
  );
  host.append(h('span', { class: 'sink-switch' }, box.element));
  return store.subscribe(['sink'], (state) => box.set(state.sink === 'shown'));
};
