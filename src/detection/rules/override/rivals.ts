import { first, followedBy, grammarOf } from '../../grammar/grammar';
import { matchGrammar, precededBy, type WordSpan } from '../../grammar/matchGrammar';
import type { Reading } from '../../reading/readText';
import { textAt } from '../../reading/words';

/** "Here are your new instructions". */
const presented = grammarOf([[first('presenting'), followedBy(0, 'rivalOrders')]]);
/** "Your new mission: …". */
const titled = grammarOf([[first('rivalOrders')]]);
/** "Your task has changed". */
const changed = grammarOf([[first('changedTask')]]);

/** Orders that are handed over in place of others. */
export function rivalsIn(reading: Reading): WordSpan[] {
  return [
    ...matchGrammar(reading, presented).filter((span) => goesOn(reading, span)),
    ...matchGrammar(reading, titled).filter((span) => isFollowedByColon(reading, span)),
    ...matchGrammar(reading, changed).filter((span) => !isConditional(reading, span)),
  ].filter((span) => !precededBy(reading, span.first, 3, 'not'));
}

/** Whether a sentence ends, or says what the orders are. */
function goesOn({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^(?:\s*$|\s?[.:!,;–—\n]|\s-|\s(?:and|now|from)\b)/.test(folded.slice(end, end + 8));
}

/** Whether a colon parts orders from what they are: not a key of a configuration, with a capital letter or a line of its own. */
function isFollowedByColon({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^\s?:\s{1,3}\S/.test(folded.slice(end, end + 8));
}

function isConditional({ words }: Reading, { first }: WordSpan): boolean {
  return [1, 2].some((n) =>
    /^(?:if|when|whenever|unless|whether|until|once|because|that|where|after|before)$/.test(
      textAt(words, first - n),
    ),
  );
}
