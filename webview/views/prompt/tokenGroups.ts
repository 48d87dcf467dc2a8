import { markSigns, partShape } from '../../colors/partLook';
import { h } from '../../dom/elements';
import type { View } from '../../state/state';
import { gapText } from './stripTexts';
import { tokenRuns } from './tokenRuns';

/** Tokens under the name of their segment, where there is more than one. */
export function tokenGroups({ l10n, shown }: View, elements: readonly HTMLElement[]): HTMLElement[] {
  const { tokens, segments } = shown.result;
  return tokenRuns(shown.result).map(({ group, name, first, end, isRightToLeft }) => {
    const label = l10n.say(name);
    const sign =
      typeof group === 'number' ? `${markSigns[partShape({ kind: 'segment', index: group }).mark]} ` : '';
    const element = h('div', {
      role: 'group',
      'aria-label': label,
      class: 'strip-segment',
      'data-label': segments.length > 1 ? `${sign}${label}` : undefined,
      dir: isRightToLeft ? 'rtl' : undefined,
    });
    if (segments.length > 1 && typeof group === 'number') element.classList.add(`series-${group % 6}`);
    for (let index = first; index < end; index++) {
      const { gap } = tokens[index]!;
      if (gap) element.append(h('span', { class: 'gap', 'aria-hidden': 'true' }, gapText(gap)));
      element.append(elements[index]!);
    }
    return element;
  });
}
