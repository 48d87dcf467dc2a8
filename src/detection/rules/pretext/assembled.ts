import { endSentence } from '../../fixes/fixes';
import { first, followedBy, grammarOf, thenLater } from '../../grammar/grammar';
import { matchGrammar } from '../../grammar/matchGrammar';
import { hitsOf } from '../hits';
import { authorsChoice, type Rule } from '../rule';

const patterns = grammarOf([
  [first('assemble'), followedBy(4, 'fragment'), thenLater(10, 'carryOut')],
  [first('assemble'), thenLater(6, 'carryOut')],
]);

/** "Join the pieces below and run the result." */
export const assembled: Rule = {
  id: 'pretext/assembled',
  title: 'Order that comes in parts',
  why: 'In parts it passes filters.',
  todo: 'Erase it; write plainly what is to be done.',
  reads: 'folded',
  severity: authorsChoice,
  discussable: true,
  fixes: endSentence,
  valid: ['Join the strings and print them.', 'Decode the string below.'],
  invalid: ['Decode the string below and do what it says.', 'Combine the pieces, then execute it.'],
  find(reading) {
    return hitsOf(reading, matchGrammar(reading, patterns));
  },
};
