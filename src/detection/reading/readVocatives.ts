import { conceptIndex } from '../lexicon/concepts';
import { ENGLISH } from '../lexicon/phraseTree';
import { type Mark, type MarkGroups, type Marks, marksOf } from './marks';
import type { Words } from './words';

/** What may stand before a name that is called: the beginning, or the end of something. */
const opens = /(?:^|[\n.!?:;({[>"'“„«「『【`~*#/。؟¿¡-])\s{0,3}$/;
/** What follows a name that is called. */
const called = /^\s?[:,、،!–—]|^\s-\s/;

/**
 * Words that turn to a model in languages other than English, whose shapes `readAddressees` knows: "KI-Assistenten: …",
 * "给AI的提示：…".
 */
export function readVocatives(folded: string, words: Words, marks: Marks, groups: MarkGroups): Mark[] {
  const found: Mark[] = [];
  for (const concept of ['toModel', 'model'] as const) {
    for (const index of marksOf(groups, conceptIndex[concept])) {
      if (marks.languages[index]! & ENGLISH) continue;
      const first = marks.firsts[index]!;
      const last = marks.lasts[index]!;
      const start = words.starts[first]!;
      const end = words.ends[last]!;
      if (!called.test(folded.slice(end, end + 3))) continue;
      if (
        concept === 'toModel' ||
        (!/^\s?[-–—]/.test(folded.slice(end, end + 2)) &&
          opens.test(folded.slice(Math.max(0, start - 4), start)))
      )
        found.push({ concept: 'addressed', first, last });
    }
  }
  return found;
}
