import { divisionOf } from '../attention/division';
import type { Token } from '../protocol/attention';
import { sentence } from '../protocol/sentence';
import { tokenCount } from './names';
import type { Counted, Phrase } from './phrase';

/** Part of the tokens that share a character from which on it is told. */
const MANY = 0.05;

/** What to know of how the text was divided into tokens: that they share characters, and that they are very small. */
export function divisionNotes(tokens: readonly Token[]): Phrase[] {
  const division = divisionOf(tokens);
  const notes: Phrase[] = [];
  if (division.shared >= MANY * Math.max(1, division.tokens)) {
    notes.push(
      sentence(
        'Several tokens share a character here: {shared} of {tokens} only continue one that another began.',
        {
          shared: division.shared,
          tokens: tokenCount(division.tokens),
        },
      ),
    );
  }
  if (division.isFine) {
    const letters: Counted = {
      n: division.letters,
      one: sentence('{n} letter'),
      other: sentence('{n} letters'),
    };
    notes.push(
      sentence(
        'This model is likely weak in the language of this text: it takes {tokens} for {letters}, in English about one for five.',
        { tokens: tokenCount(division.letterTokens), letters },
      ),
    );
  }
  return notes;
}
