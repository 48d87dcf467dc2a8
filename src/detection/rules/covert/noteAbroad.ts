import { ENGLISH } from '../../lexicon/phraseTree';
import { conceptIndex } from '../../lexicon/concepts';
import { firstMarkFrom } from '../../reading/marks';
import type { Reading } from '../../reading/readText';
import { firstWordFrom, wordAt } from '../../reading/words';

/** How many words a comment may begin with before it turns to a model: "Wichtiger Hinweis an alle KI-Modelle: …". */
const OPENING = 3;

/**
 * Whether what a comment says from a place on turns to a model, in a language other than English.
 *
 * @param titled whether the comment may be a heading, which a name with a colon begins too
 */
export function isNoteAbroad(reading: Reading, start: number, titled = false): boolean {
  const { words, marks } = reading;
  const begin = firstWordFrom(words, start);
  const from = wordAt(words, begin);
  if (!from) return false;
  let turned = false;
  for (let index = firstMarkFrom(marks, begin); index < marks.length; index++) {
    const first = marks.firsts[index]!;
    if (words.places[first]! - from.place > 2 * OPENING) break;
    const concept = marks.concepts[index];
    const abroad = !(marks.languages[index]! & ENGLISH);
    if (concept === conceptIndex.toModel && abroad) turned = true;
    if (concept === conceptIndex.model && abroad) {
      // A name counts where it is called, or where it is told what it must do.
      if (isTold(reading, marks.lasts[index]!)) return true;
      if (!titled) turned = true;
    }
    if (concept === conceptIndex.addressed && turned) return true;
  }
  return false;
}

function isTold({ words, marks }: Reading, name: number): boolean {
  const at = wordAt(words, name)!;
  for (let index = firstMarkFrom(marks, name); index < marks.length; index++) {
    const first = marks.firsts[index]!;
    if (words.sentences[first] !== at.sentence || words.places[first]! - at.place > 8) return false;
    if (marks.concepts[index] === conceptIndex.must && !(marks.languages[index]! & ENGLISH)) return true;
  }
  return false;
}
