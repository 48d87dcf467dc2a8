import { sectionNames } from '../../../src/describe/comparison/sections';
import { readerName, tokenCount } from '../../../src/describe/names';
import type { SectionMass } from '../../../src/protocol/measured/comparison';
import { h } from '../../dom/elements';
import { signedPercent } from '../../figures/heatmap/differenceFigure';
import { treatmentShown } from '../../state/state';
import { strings } from '../../text/strings';
import type { MountComparison } from './comparisonView';

/** What is read of each part of the prompts, side by side, that which changed most first. */
export const mountSections: MountComparison = (host, { comparison, view }) => {
  const { l10n, store, shown } = view;
  const names = sectionNames(comparison.sections).map(l10n.say);
  const reader = l10n.say(readerName(shown.result.attention.reading.kind));
  const body = h('tbody');
  const column = (text: string) => h('th', { scope: 'col' }, l10n.t(text));
  host.append(
    h('h2', {}, l10n.t(strings.sectionsBeside)),
    h('p', { class: 'note' }, l10n.t(strings.sectionsBesideNote, { reader })),
    h(
      'table',
      { class: 'section-masses' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          column(strings.sectionColumn),
          column(strings.beforeColumn),
          column(strings.afterColumn),
          column(strings.changeColumn),
        ),
      ),
      body,
    ),
  );

  function cell(mass: SectionMass | null, share: number | undefined): HTMLElement {
    if (!mass || share === undefined) return h('td', {}, l10n.t(strings.notThere));
    const bar = h('span', { class: 'mass-bar', 'aria-hidden': 'true' });
    bar.style.setProperty('--part', String(share));
    const tokens = l10n.write(tokenCount(mass.tokens));
    return h('td', {}, h('span', {}, l10n.percent(share)), bar, h('span', { class: 'muted' }, tokens));
  }

  function show(): void {
    const treatment = treatmentShown(store.get());
    const rows = [...comparison.sections.entries()]
      .filter(([, { kind }]) => kind !== 'sink' || treatment === 'raw')
      .sort(([, one], [, other]) => Math.abs(other.change[treatment]) - Math.abs(one.change[treatment]))
      .map(([at, { before, after, change }]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, names[at]!),
          cell(before, before?.share[treatment]),
          cell(after, after?.share[treatment]),
          h(
            'td',
            { 'data-change': change[treatment] > 0 ? 'more' : change[treatment] < 0 ? 'less' : undefined },
            signedPercent(l10n, change[treatment]),
          ),
        ),
      );
    body.replaceChildren(...rows);
  }
  show();
  return store.subscribe(['sink'], show);
};
