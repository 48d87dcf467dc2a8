import { conceptIndex } from '../lexicon/concepts';
import { marksOf } from '../reading/marks';
import type { Reading } from '../reading/readText';

/** A text without its words of negation. */
export function withoutNegation({ folded, groups, marks, words }: Reading): string {
  let text = '';
  let from = 0;
  for (const mark of marksOf(groups, conceptIndex.not)) {
    const start = words.starts[marks.firsts[mark]!]!;
    const end = words.ends[marks.lasts[mark]!]!;
    if (start < from) continue;
    text += folded.slice(from, start);
    from = end;
  }
  return text + folded.slice(from);
}

/** A text without quotation marks and code marks; those within words stay. */
export function withoutQuotes(folded: string): string {
  return folded.replace(/["`“”„«»「」『』‘]|(?<!\p{L})['’]|['’](?!\p{L})/gu, '');
}
