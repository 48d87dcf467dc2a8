import { changeName, wordsOf } from '../../../src/describe/experiments/counterfactual';
import { isPart, nextText, partOfCharacter } from '../../../src/describe/nextWords';
import type { InferenceResult } from '../../../src/protocol/borders/inference';
import type { Effect, Outcome } from '../../../src/protocol/requests/counterfactual';
import { h } from '../../dom/elements';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { excerpt, passageText } from './passages';

/** Figures of a comparison: the prompt as it is, each change of the passage, and the same of its controls. */
export function effectTable(view: View, { before, spans }: InferenceResult<'counterfactual'>): HTMLElement {
  const { l10n } = view;
  const write = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : l10n.write({ rounded: value, digits: 3 });
  const withAnswer = before.answer !== null;
  const columns = [
    strings.effectChange,
    strings.effectPassage,
    strings.effectKl,
    strings.effectJs,
    strings.effectNext,
    strings.effectFormer,
    ...(withAnswer ? [strings.effectAnswer] : []),
    strings.effectGoesOn,
  ];
  const row = (name: string, passage: string, outcome: Outcome, effect: Effect | null) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      ...[
        passage,
        write(effect?.kl),
        write(effect?.js),
        nextOf(view, outcome),
        l10n.percent(effect ? effect.formerFirst : (before.next[0]?.probability ?? 0)),
        ...(withAnswer ? [write(outcome.answer)] : []),
        wordsOf(outcome),
      ].map((text) => h('td', { dir: 'auto' }, text)),
    );
  const passage = (effect: Effect) => excerpt(passageText(view.shown.result, effect.tokens));
  const rows = spans.flatMap(({ changes }) =>
    changes.flatMap(({ change, effect, controls }) =>
      [...(effect ? [effect] : []), ...controls].map((one, at) =>
        row(
          l10n.say(changeName(change)),
          effect && at === 0 ? passage(one) : l10n.t(strings.effectControl, { passage: passage(one) }),
          one,
          one,
        ),
      ),
    ),
  );
  return h(
    'div',
    { class: 'effects', role: 'region', tabindex: 0, 'aria-label': l10n.t(strings.effectTable) },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...columns.map((name) => h('th', { scope: 'col' }, l10n.t(name))))),
      h('tbody', {}, row(l10n.t(strings.effectNone), '', before, null), ...rows),
    ),
  );
}

function nextOf({ l10n }: View, { next: [first] }: Outcome): string {
  if (!first) return '';
  const text = isPart(first.text) ? l10n.say(partOfCharacter) : nextText(first.text);
  return l10n.t(strings.listItem, { token: text, share: l10n.percent(first.probability) });
}
