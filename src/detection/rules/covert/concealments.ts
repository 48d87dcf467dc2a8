import { first, followedBy, grammarOf, inAnyOrder, thenLater } from '../../grammar/grammar';
import { matchGrammar, type WordSpan } from '../../grammar/matchGrammar';
import type { Reading } from '../../reading/readText';

/** An act and words that keep it from people, or such words that say enough. */
const patterns = grammarOf(
  [
    [first('act'), thenLater(10, 'forbid'), followedBy(0, 'tell'), followedBy(2, 'user')],
    [first('act'), followedBy(12, 'withoutTelling'), followedBy(1, 'user')],
    [first('withoutTelling'), followedBy(1, 'user'), followedBy(4, 'act')],
    [first('forbid'), followedBy(0, 'tell'), followedBy(2, 'user'), followedBy(0, 'deed')],
    [first('act'), thenLater(14, 'forbid'), followedBy(0, 'tell', 'show'), followedBy(1, 'deed')],
    [first('secretly'), followedBy(1, 'act')],
    [first('act'), followedBy(8, 'keepSecret')],
    [first('act'), followedBy(8, 'secretly')],
    [first('quietly'), followedBy(1, 'send'), followedBy(5, 'secretData', 'destination')],
    [first('user'), followedBy(1, 'keepSecret')],
    [first('keepSecret'), followedBy(3, 'user')],
    [first('dark')],
    [first('act'), followedBy(8, 'disguised')],
    [first('forbid'), followedBy(2, 'aware')],
    [first('forbid'), followedBy(1, 'tell', 'show'), followedBy(6, 'trace')],
    [
      first('forbid'),
      followedBy(0, 'tell'),
      followedBy(2, 'user'),
      followedBy(12, 'failure'),
      thenLater(6, 'coverStory'),
    ],
  ],
  [
    [first('act'), thenLater(12, 'untold'), followedBy(2, 'user')],
    [first('act'), thenLater(12, 'user'), followedBy(2, 'untold')],
    [first('act'), thenLater(12, 'tell'), followedBy(2, 'user'), followedBy(3, 'notAfter')],
    [first('tell'), followedBy(2, 'user'), followedBy(2, 'notAfter'), followedBy(1, 'deed')],
    [first('tell'), followedBy(2, 'user'), followedBy(1, 'deed'), followedBy(0, 'notAfter')],
    ...inAnyOrder(3, ['untold'], ['user'], ['deed']),
    [first('act'), thenLater(12, 'untold'), followedBy(1, 'deed')],
    [first('act'), thenLater(12, 'deed'), followedBy(1, 'untold')],
    [first('user'), followedBy(1, 'withoutTelling'), followedBy(8, 'act')],
    [first('withoutTelling'), followedBy(2, 'user'), followedBy(8, 'act')],
    [first('act'), followedBy(8, 'user'), followedBy(1, 'withoutTelling')],
    [first('secretly'), followedBy(8, 'act')],
    [first('act'), thenLater(12, 'keepSecret')],
    [first('user'), followedBy(3, 'keepSecret')],
    [first('keepSecret'), followedBy(3, 'deed')],
  ],
);

/** Places where something is to be concealed, meant or not. */
export const concealments = (reading: Reading): WordSpan[] => matchGrammar(reading, patterns);

/** "Do not mention this to the user.": nothing is told of what is concealed. Authors say so of their own words. */
const bare = grammarOf([[first('forbid'), followedBy(0, 'tell'), followedBy(4, 'user')]]);

/** Places where somebody is told to keep quiet and no more. */
export const bareConcealments = (reading: Reading): WordSpan[] => matchGrammar(reading, bare);
