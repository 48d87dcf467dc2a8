import { first, followedBy, grammarOf } from '../../grammar/grammar';
import { matchGrammar, precededBy, type WordSpan } from '../../grammar/matchGrammar';
import type { Reading } from '../../reading/readText';
import { isOrder } from './honestOverride';
import { isConditional } from './releaseConditions';

/** "Here are your new instructions". */
const presented = grammarOf([[first('presenting'), followedBy(0, 'rivalOrders')]]);
/** "Your new mission: …". */
const titled = grammarOf([[first('rivalOrders')]]);
/** "I have new orders for you". */
const given = grammarOf([[first('presenting'), followedBy(1, 'newOrders')]]);
/** "New system prompt: …", "load new instructions: …". */
const headed = grammarOf([[first('newOrders')], [first('presenting'), followedBy(1, 'newOrders')]]);
/** "Your only task now is", "follow only these instructions". */
const sole = grammarOf([[first('nowTask', 'onlyOrders')]]);
/** "Abort the current task and …". */
const dropped = grammarOf([[first('dropTask')]]);
/** "Your task has changed". */
const changed = grammarOf([[first('changedTask')]]);

/** Orders that are handed over in place of others. */
export function rivalsIn(reading: Reading): WordSpan[] {
  return [
    ...matchGrammar(reading, presented).filter((span) => goesOn(reading, span)),
    ...matchGrammar(reading, titled).filter((span) => isFollowedByColon(reading, span)),
    ...matchGrammar(reading, given).filter((span) => isForYou(reading, span)),
    ...matchGrammar(reading, headed).filter(
      (span) => isFollowedByColon(reading, span) && beginsProse(reading, span),
    ),
    ...matchGrammar(reading, sole),
    ...matchGrammar(reading, dropped).filter((span) => isOrder(reading, span) && isReplaced(reading, span)),
    ...matchGrammar(reading, changed).filter((span) => !isConditional(reading, span)),
  ].filter((span) => !precededBy(reading, span.first, 3, 'not'));
}

/** Whether new orders are said to be the reader's. */
function isForYou({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^\s(?:for you|that you must|you must|you have to|you will|you now)\b/i.test(
    folded.slice(end, end + 20),
  );
}

/** Whether words begin a sentence of prose: no item, no heading, no label among others. */
function beginsProse({ words, folded }: Reading, { first: word }: WordSpan): boolean {
  const start = words.starts[word]!;
  // "Additional guidelines: …" heads a list of an author's own.
  if (
    !/^(?:(?:load|accept|execute|receive|follow|obey|adopt|apply)\s(?:the\s|these\s)?)?(?:new|updated|revised)\s(?:instruction|order|directive)/i.test(
      folded.slice(start, start + 36),
    )
  )
    return false;
  return /(?:^|[.!?…]\s{1,2}|<!--\s?)$/.test(folded.slice(Math.max(0, start - 6), start));
}

/** Whether another task takes the place of one that is dropped. */
function isReplaced({ words, folded }: Reading, { last }: WordSpan): boolean {
  const end = words.ends[last]!;
  return /^(?:,?\s(?:and|then)\s|[.!;:,]\s(?:now|instead|begin|start|your|do|you|new|from)\b)/i.test(
    folded.slice(end, end + 20),
  );
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
