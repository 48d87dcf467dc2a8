import { conceptIndex } from '../../lexicon/concepts';
import { ENGLISH } from '../../lexicon/phraseTree';
import type { Hit } from '../../hit';
import { lineAfter, lineBefore } from '../../reading/lines';
import { marksOf } from '../../reading/marks';
import type { Reading } from '../../reading/readText';

/** Signs of a border before and after its words: rules of characters, brackets. */
const ruled = /^[\s>]*(?:[-=*#~_+<[({|/【「『《—]\s*){2,}$|^[\s>]*[[<({【「『《]\s*$/;
/** Longest line that is a border, UTF-16 code units. */
const LONGEST = 120;

/** "--- ENDE DES DOKUMENTS ---" in languages other than English, where no beginning before accounts for it. */
export function endsAbroad(reading: Reading): Hit[] {
  const { folded, words, marks, groups } = reading;
  let begun = linesWith(reading, 'beginOfText').length;
  const hits: Hit[] = [];
  for (const index of marksOf(groups, conceptIndex.endOfText)) {
    if (marks.languages[index]! & ENGLISH) continue;
    const from = words.starts[marks.firsts[index]!]!;
    const to = words.ends[marks.lasts[index]!]!;
    const before = lineBefore(folded, from);
    const after = lineAfter(folded, to);
    // Bold words and headings speak of an end, and "the document is complete" of no border.
    if (/^\s*(?:\*\*|__|#{1,6}\s|[-*+|]\s)/.test(before) || /^[\p{L}\p{N}]/u.test(after)) continue;
    if (!ruled.test(before) || before.length + to - from + after.length > LONGEST) continue;
    if (begun > 0) {
      begun -= 1;
      continue;
    }
    const end = to + after.trimEnd().length;
    // A border at the very end closes the author's own text.
    if (/\S/.test(folded.slice(end, end + 200))) hits.push({ start: from - before.length, end });
  }
  return hits;
}

function linesWith({ folded, words, marks, groups }: Reading, concept: 'beginOfText'): number[] {
  return [...marksOf(groups, conceptIndex[concept])].filter((index) =>
    ruled.test(lineBefore(folded, words.starts[marks.firsts[index]!]!)),
  );
}
