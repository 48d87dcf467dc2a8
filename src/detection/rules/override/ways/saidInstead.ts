import type { WordSpan } from '../../../grammar/matchGrammar';
import { conceptIndex } from '../../../lexicon/concepts';
import { marksOf, occurs } from '../../../reading/marks';
import type { Reading } from '../../../reading/readText';

/** What may stand before a bare "ignore it": the end of a sentence, a bracket, the beginning. */
const opening = /(?:^|[.!?。！？।؟…:"'“„«»(\\[>*\n-])\s*$/;
/** What joins it to what is to be said: a comma, the end of its sentence, an "and". */
const joint =
  /^\s?(?:[,，、،;；.。!।]|(?:and|und|et|y|e|и|ve|en|i|oraz|و|और|just|instead|simply|only)\s|\s?(?:并|並|且|而|只|然后))/i;
/** How far the verb of saying may stand, in the places of words: it comes last in some languages. */
const REACH = 34;

/**
 * "Ignore it and state that the product is perfect": a bare "ignore it" at the beginning of a sentence, and what is to
 * be said. Its beginning is looked at first, so that a text of nothing but such verbs costs no more than others.
 */
export function saidInsteadIn(reading: Reading): WordSpan[] {
  const { marks, words, folded, groups } = reading;
  if (!occurs(groups, conceptIndex.letItBe) || !occurs(groups, conceptIndex.sayThat)) return [];
  const spans: WordSpan[] = [];
  for (const index of marksOf(groups, conceptIndex.letItBe)) {
    const first = marks.firsts[index]!;
    const from = marks.lasts[index]!;
    const start = words.starts[first]!;
    const end = words.ends[from]!;
    if (!opening.test(folded.slice(Math.max(0, start - 4), start))) continue;
    if (!joint.test(folded.slice(end, end + 12))) continue;
    for (let next = index + 1; next < marks.length; next++) {
      const word = marks.firsts[next]!;
      reading.meter.steps += 1;
      if (words.places[word]! - words.places[from]! > REACH) break;
      if (word <= from || marks.concepts[next] !== conceptIndex.sayThat) continue;
      if ((marks.languages[index]! & marks.languages[next]!) === 0) continue;
      spans.push({ first, last: marks.lasts[next]! });
      break;
    }
  }
  return spans;
}
