import { describeComparison } from '../../../src/describe/comparison/comparison';
import type { Phrase } from '../../../src/describe/phrase';
import { h } from '../../dom/elements';
import { treatmentShown } from '../../state/state';
import { strings } from '../../text/strings';
import type { MountComparison } from './comparisonView';

/** The answer in a sentence, what became of the warnings, and what else changed, the largest first. */
export const mountInWords: MountComparison = (host, { comparison, view }) => {
  const { l10n, store, shown } = view;
  const { before, after, model } = comparison;
  const heading = h('h1', { class: 'answer', tabindex: -1 });
  const warnings = h('p', { class: 'comparison-warnings' });
  const lists = h('div');
  const meaning = h('p', { class: 'note' });
  host.append(
    h(
      'p',
      { class: 'muted' },
      l10n.t(strings.comparisonOf, { before: before.title, after: after.title }),
      ` · ${model.name}`,
    ),
    heading,
    warnings,
    lists,
    meaning,
  );
  const listOf = (title: string, phrases: readonly Phrase[]) =>
    phrases.length === 0
      ? []
      : [h('h2', {}, l10n.t(title)), h('ul', {}, ...phrases.map((phrase) => h('li', {}, l10n.say(phrase))))];

  function show(): void {
    const said = describeComparison(
      comparison,
      shown.result.attention.reading.kind,
      treatmentShown(store.get()),
    );
    heading.textContent = l10n.say(said.answer);
    warnings.textContent = l10n.say(said.warnings);
    lists.replaceChildren(
      ...listOf(strings.comparisonWarnings, said.findings),
      ...listOf(strings.comparisonChanges, said.changes),
      ...(said.unchanged ? [h('p', { class: 'muted' }, l10n.say(said.unchanged))] : []),
    );
    meaning.textContent = `${l10n.say(said.means)} ${l10n.say(said.meansNot)}`;
  }
  show();
  return store.subscribe(['sink'], show);
};
