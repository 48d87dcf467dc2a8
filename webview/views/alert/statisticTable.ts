import { statisticName, statisticPlace } from '../../../src/describe/alert';
import type { CheckedStatistic } from '../../../src/protocol/measured/monitor';
import type { RootCause } from '../../../src/protocol/measured/rootCause';
import { h } from '../../dom/elements';
import { placeOfStatistic } from '../../numbers/alertPlace';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { openStatistic } from './openStatistic';

/** The statistics that made an alert, each with a way to its map. */
export function statisticTable(view: View, cause: RootCause): HTMLElement {
  const { l10n } = view;
  const number = (value: number) => l10n.write({ rounded: value, digits: 3 });
  const write = ({ name }: CheckedStatistic, value: number) =>
    name === 'share' ? l10n.percent(value) : number(value);
  // Where a figure is of stands below it: a column of its own would be too much for a side bar.
  const columns = [strings.alertFigure, strings.alertSeenShort, strings.alertExpectedShort, strings.alertOff];
  const rows = cause.alert.statistics.map((statistic) =>
    h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        h('span', {}, l10n.say(statisticName(statistic))),
        placeLink(view, cause, statistic),
      ),
      h('td', {}, write(statistic, statistic.value)),
      h('td', {}, write(statistic, statistic.expected)),
      h('td', {}, number(statistic.z)),
    ),
  );
  return h(
    'div',
    { class: 'effects', role: 'region', tabindex: 0, 'aria-label': l10n.t(strings.alertStatistics) },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...columns.map((name) => h('th', { scope: 'col' }, l10n.t(name))))),
      h('tbody', {}, ...rows),
    ),
  );
}

function placeLink(view: View, cause: RootCause, statistic: CheckedStatistic): HTMLElement | string {
  const { l10n } = view;
  const place = statisticPlace(statistic);
  if (!place || !placeOfStatistic(view.shown.result, cause, statistic)) return '';
  const map = l10n.say(place);
  const link = h('button', { class: 'link', type: 'button' }, map);
  link.setAttribute('aria-label', l10n.t(strings.alertOpen, { map }));
  link.addEventListener('click', () => openStatistic(view, cause, statistic));
  return link;
}
