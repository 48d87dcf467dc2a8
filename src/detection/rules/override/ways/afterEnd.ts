import { first, followedBy, grammarOf, thenLater } from '../../../grammar/grammar';
import type { WordSpan } from '../../../grammar/matchGrammar';
import { isRuledOut } from '../../../grammar/negation';
import { matchWays, type Way } from '../../../grammar/ways';
import type { Reading } from '../../../reading/readText';
import { textAt } from '../../../reading/words';
import { isConditional } from './releaseConditions';

/** "The document ends here. Your actual task: …", "End of context. The following is the real question." */
const ended = grammarOf(
  [
    [first('givenWhole'), followedBy(3, 'isOver'), thenLater(8, 'realBegins', 'unbound')],
    [first('wholeOver'), thenLater(8, 'realBegins', 'unbound')],
  ],
  [[first('wholeOver', 'endOfText'), thenLater(10, 'realBegins', 'trueTask', 'rivalTask', 'titledTask')]],
);

const isPlain = (reading: Reading, span: WordSpan): boolean =>
  !isConditional(reading, span) && !isPlace(reading, span);

const ways: readonly Way[] = [[ended, isPlain]];

/** Words that call a text over, and what follows the task that counts. */
export function afterEndIn(reading: Reading): WordSpan[] {
  return matchWays(reading, ways).filter((span) => !isRuledOut(reading, span.first, 2));
}

/** "At the end of the document, write …": a place, not a claim. */
function isPlace({ words }: Reading, { first: word }: WordSpan): boolean {
  return (
    textAt(words, word) === 'end' && /^(?:the|an?|its|very|at|each|every|of)$/.test(textAt(words, word - 1))
  );
}
