import { groupOf } from '../../../src/attention/parts';
import { segmentName, segmentNames, unmappedName } from '../../../src/describe/names';
import { isRightToLeft } from '../../../src/describe/tokenText';
import {
  type ShadedGroup,
  type ShadedText,
  shadedTextConfig,
  shadedTextHeight,
} from '../../charts/shadedText';
import { shadeScale } from '../../../src/attention/shadeScale';
import type { FigureContent } from '../../figures/figure';
import type { View } from '../../state/state';
import { strings } from '../../text/strings';
import { gapText, shadedMap, stripText } from './stripTexts';
import { largestWeight, type TokenWeights } from './tokenWeights';

/** The prompt as the page shows it, shaded by the weights of one token: what is exported as its picture. */
export function shadedPicture(view: View, weights: TokenWeights): FigureContent['picture'] {
  const { l10n } = view;
  const text: ShadedText = {
    groups: groupsOf(view, weights),
    scale: shadeScale(largestWeight(weights)),
    legend: l10n.t(strings.shadesFrom, { map: shadedMap(view, weights) }),
    formatBound: l10n.percent,
  };
  return {
    height: (palette, width) => shadedTextHeight(text, palette, width),
    config: (palette, width, titles) => shadedTextConfig(text, palette, width, titles),
  };
}

/** The tokens by the part of the prompt that they belong to, named where there are several. */
function groupsOf({ l10n, shown }: View, { reads, readBy }: TokenWeights): ShadedGroup[] {
  const { tokens, segments } = shown.result;
  const names = segmentNames(segments);
  const groups: (ShadedGroup & { tokens: ShadedGroup['tokens'][number][] })[] = [];
  for (const [index, token] of tokens.entries()) {
    const group = groupOf(token);
    const before = tokens[index - 1];
    if (!before || groupOf(before) !== group) {
      const name =
        group === 'unmapped' ? unmappedName : group === 'template' ? segmentName(undefined) : names[group]!;
      const own = tokens.slice(index);
      const end = own.findIndex((other) => groupOf(other) !== group);
      const texts = own.slice(0, end < 0 ? undefined : end).map(({ text }) => text);
      groups.push({
        name: segments.length > 1 ? l10n.say(name) : '',
        isRightToLeft: isRightToLeft(texts),
        tokens: [],
      });
    }
    const open = groups.at(-1)!.tokens;
    if (token.gap) open.push({ text: gapText(token.gap), reads: NaN, readBy: NaN, breaks: false });
    open.push({
      text: stripText(token.text),
      reads: reads[index]!,
      readBy: readBy?.[index] ?? NaN,
      breaks: token.text.includes('\n'),
    });
  }
  return groups;
}
