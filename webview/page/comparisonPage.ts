import type { L10n } from '../../src/describe/l10n';
import type { ShownAnalysis } from '../../src/protocol/borders/shown';
import type { Comparison } from '../../src/protocol/measured/comparison';
import { readPalette } from '../colors/palette';
import { combine, type Disposable } from '../dom/disposable';
import { h } from '../dom/elements';
import type { MapSource } from '../maps/mapSource';
import { initialState } from '../state/start';
import type { Host, View, ViewState } from '../state/state';
import { createStore } from '../state/store';
import { mountChangedText } from '../views/comparison/changedText';
import { mountDifferenceMap } from '../views/comparison/differenceMap';
import { mountInWords } from '../views/comparison/inWords';
import { mountSections } from '../views/comparison/sections';
import { mountSinkSwitch } from './sinkSwitch';
import { followTheme } from './theme';

/** What a page of a comparison shows, and where it gets maps from. */
export interface ComparisonShown {
  comparison: Comparison;
  before: ShownAnalysis;
  after: ShownAnalysis;
  maps: { before: MapSource; after: MapSource };
}

/** The page of two prompts: what changed in words, side by side, in the text, and in the maps. */
export function mountComparisonPage(
  root: HTMLElement,
  shown: ComparisonShown,
  { l10n, host }: { l10n: L10n; host: Host },
): Disposable {
  const start = initialState(shown.after, null, null, readPalette(document.body));
  const changed = shown.comparison.layers.withoutSink;
  // The layer in which most of what is read lies elsewhere.
  const layer = Math.max(0, changed.indexOf(Math.max(...changed)));
  const store = createStore<ViewState>({ ...start, layer, head: 'mean' });
  const view: View = {
    ...{ store, l10n, host, shown: shown.after, maps: shown.maps.after, ask: null },
    headings: { section: 'h2', part: 'h3' },
    openMap: ({ layer: to, head }) => store.set({ layer: to, head }),
  };
  const switches = h('div', { class: 'page-tools' });
  const page = h('div', { class: 'page comparison-page' }, switches);
  root.replaceChildren(page);
  const parts = [mountInWords, mountSections, mountChangedText, mountDifferenceMap].map((mount) => {
    const section = h('div', { class: 'section is-made' });
    page.append(section);
    return mount(section, { ...shown, view });
  });
  return combine(...parts, mountSinkSwitch(switches, view), followTheme(store));
}
