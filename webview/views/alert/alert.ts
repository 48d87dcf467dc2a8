import { alertInWords, alertMeans, sectionName } from '../../../src/describe/alert';
import type { RootCause, SectionMap } from '../../../src/protocol/measured/rootCause';
import { combine, type Disposable } from '../../dom/disposable';
import { h } from '../../dom/elements';
import { button } from '../../dom/toolkit';
import { createHeatmapFigure, type HeatmapFigure } from '../../figures/heatmap/heatmapFigure';
import { suspectOf } from '../../numbers/alertPlace';
import { sectionGrids } from '../../numbers/sectionGrids';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { statisticTable } from './statisticTable';

/** Why there is an alert of this prompt: its statistics, and what the baseline expects beside what was seen. */
export function mountAlert(host: HTMLElement, view: View): Disposable {
  const { store } = view;
  // A report tells of a prompt alone.
  if (view.ask === null) return combine();
  const content = h('div', { class: 'alert', hidden: true });
  host.append(content);
  let shown: Disposable = combine();
  const show = (): void => {
    shown.dispose();
    const { alert } = store.get();
    content.hidden = alert === null;
    content.replaceChildren();
    shown = alert ? showCause(content, view, alert) : combine();
  };
  show();
  return combine({ dispose: () => shown.dispose() }, store.subscribe(['alert'], show));
}

function showCause(content: HTMLElement, view: View, cause: RootCause): Disposable {
  const { l10n, store, headings } = view;
  const suspect = suspectOf(cause);
  content.append(
    h(headings.section, {}, l10n.t(strings.alert)),
    h('p', {}, l10n.say(alertInWords(cause.alert))),
    h('p', { class: 'note' }, l10n.say(alertMeans)),
    statisticTable(view, cause),
  );
  if (suspect) {
    const { section, tokens } = suspect;
    const name = l10n.t(strings.alertLeaveOut, { section: l10n.say(sectionName(section)) });
    const leaveOut = () => store.set({ place: 'experiments', passage: { tokens, run: true } });
    content.append(h('p', {}, button(name, leaveOut)));
  }
  if (!cause.map) {
    content.append(h('p', { class: 'note' }, l10n.t(strings.alertNoBaseline)));
    return combine();
  }
  return showMaps(content, view, cause.map);
}

function showMaps(content: HTMLElement, view: View, map: SectionMap): Disposable {
  const { l10n, store } = view;
  const maps = h('div', { class: 'alert-maps' });
  content.append(maps);
  const figure = (note: string): HeatmapFigure => {
    const made = createHeatmapFigure({
      view,
      note: l10n.t(note),
      shape: 'rows',
      keys: strings.mapKeysOpen,
      onChoose: ({ column }) => view.openMap({ layer: column, head: 'mean' }),
    });
    maps.append(made.element);
    return made;
  };
  const seen = figure(strings.alertMapNote);
  const expected = figure(strings.alertExpectedNote);
  const difference = figure(strings.alertDifferenceNote);
  difference.controls.append(
    h(
      'span',
      { class: 'difference-legend' },
      h('span', { 'data-change': 'more' }, l10n.t(strings.alertMore)),
      h('span', { 'data-change': 'less' }, l10n.t(strings.alertLess)),
    ),
  );
  const show = (): void => {
    const grids = sectionGrids(view, map);
    // The two are read against each other, so one colour is one share in both.
    const scaleTo = Float32Array.from([...grids.seen.values, ...grids.expected.values]);
    seen.show({ grid: grids.seen, scaleTo });
    expected.show({ grid: grids.expected, scaleTo });
    difference.show({ grid: grids.difference, scaleKind: 'diverging' });
  };
  show();
  return combine(seen, expected, difference, store.subscribe(['palette'], show));
}
