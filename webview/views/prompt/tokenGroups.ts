import { groupOf } from '../../../src/attention/parts';
import { segmentName, segmentNames, unmappedName } from '../../../src/describe/names';
import { markSigns, partShape } from '../../colors/partLook';
import { h } from '../../dom/elements';
import type { View } from '../../state/state';
import { isRightToLeft } from '../../../src/describe/tokenText';
import { gapText } from './stripTexts';

interface Group {
  group: ReturnType<typeof groupOf>;
  element: HTMLElement;
  texts: string[];
}

/** Tokens under the name of their segment, where there is more than one. */
export function tokenGroups({ l10n, shown }: View, elements: readonly HTMLElement[]): HTMLElement[] {
  const { tokens, segments } = shown.result;
  const names = segmentNames(segments).map(l10n.say);
  const made: Group[] = [];
  let open: Group | null = null;
  for (const [index, token] of tokens.entries()) {
    const group = groupOf(token);
    if (!open || open.group !== group) {
      const label: string =
        group === 'unmapped'
          ? l10n.say(unmappedName)
          : group === 'template'
            ? l10n.say(segmentName(undefined))
            : names[group]!;
      const sign =
        typeof group === 'number' ? `${markSigns[partShape({ kind: 'segment', index: group }).mark]} ` : '';
      const element: HTMLElement = h('div', {
        role: 'group',
        'aria-label': label,
        class: 'strip-segment',
        'data-label': segments.length > 1 ? `${sign}${label}` : undefined,
      });
      if (segments.length > 1 && typeof group === 'number') element.classList.add(`series-${group % 6}`);
      open = { group, element, texts: [] };
      made.push(open);
    }
    if (token.gap)
      open.element.append(h('span', { class: 'gap', 'aria-hidden': 'true' }, gapText(token.gap)));
    open.element.append(elements[index]!);
    open.texts.push(token.text);
  }
  // Text runs the way most of its words do, as it does in the editor.
  for (const { element, texts } of made) if (isRightToLeft(texts)) element.setAttribute('dir', 'rtl');
  return made.map(({ element }) => element);
}
