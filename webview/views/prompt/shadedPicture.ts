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
import { tokenRuns } from './tokenRuns';
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
  return tokenRuns(shown.result).map(({ name, first, end, isRightToLeft }) => ({
    name: segments.length > 1 ? l10n.say(name) : '',
    isRightToLeft,
    tokens: tokens.slice(first, end).flatMap(({ text, gap }, at) => [
      ...(gap ? [{ text: gapText(gap), reads: NaN, readBy: NaN, breaks: false }] : []),
      {
        text: stripText(text),
        reads: reads[first + at]!,
        readBy: readBy?.[first + at] ?? NaN,
        breaks: text.includes('\n'),
      },
    ]),
  }));
}
