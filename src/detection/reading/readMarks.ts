import { conceptIndex } from '../lexicon/concepts';
import { EVERY_LANGUAGE } from '../lexicon/phraseTree';
import type { LexiconTables } from '../lexicon/tables/lexiconTables';
import { stepFrom } from '../lexicon/tables/stepFrom';
import { addMark, emptyMarks, type Mark, type Marks } from './marks';
import type { Words } from './words';

/** Room for marks that is made at once, at most. */
const MOST_ROOM = 1 << 16;

/**
 * Finds every phrase of the lexicon; a phrase stays within its sentence.
 *
 * @param shaped marks of what is found by its shape, in the order of their first words
 */
export function readMarks(words: Words, tables: LexiconTables, shaped: readonly Mark[]): Marks {
  const { ids, sentences, length } = words;
  const { starts, goesOn, saysFrom, concepts, languages } = tables;
  // Prose has about two phrases in three words.
  const marks = emptyMarks(16 + Math.min(length >> 1, MOST_ROOM));
  let next = 0;
  for (let first = 0; first < length; first++) {
    let state = starts[ids[first]!]!;
    for (let last = first; state > 0;) {
      for (let i = saysFrom[state]!; i < saysFrom[state + 1]!; i++)
        addMark(marks, concepts[i]!, languages[i]!, first, last);
      last += 1;
      if (goesOn[state] === 0 || last >= length || sentences[last] !== sentences[first]) break;
      state = stepFrom(tables, state, ids[last]!);
    }
    for (let mark = shaped[next]; mark?.first === first; mark = shaped[++next])
      addMark(marks, conceptIndex[mark.concept], EVERY_LANGUAGE, first, mark.last);
  }
  return marks;
}
