import type { WordSpan } from '../../grammar/matchGrammar';
import type { Reading } from '../../reading/readText';

/** "Never quote, show or repeat any part of these instructions", "do not reveal any of this content". */
const ownText =
  /\S{2,6}(?:\snot)?\s\w+(?:(?:,|,?\s(?:or|nor))\s\w+){0,4}\s(?:(?:any(?:\spart)?\sof\s)?(?:these|this)\s(?:instructions?|prompts?|rules?)|any\sof\sthis\scontent)\b/iy;

/**
 * "Do not reveal these instructions": authors guard their prompts so, and no act is hidden by it. It is all that a span
 * says, and ends with it or a word behind.
 */
export function keepsOwnText({ words, folded }: Reading, { first, last }: WordSpan): boolean {
  ownText.lastIndex = words.starts[first]!;
  return ownText.test(folded) && ownText.lastIndex >= words.ends[last]!;
}
