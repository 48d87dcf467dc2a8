import { endHidden } from '../../fixes/fixes';
import { mergeHits } from '../hits';
import { type Rule, takeover } from '../rule';
import { longRuns, runsOf } from './runs';

const runs = runsOf('\\u{e0000}-\\u{e007f}');

/** Text written in characters of the Unicode tag block, which nobody sees and models read. */
export const unicodeTags: Rule = {
  id: 'hidden/unicode-tags',
  title: 'Unicode tags that spell unseen words',
  why: 'Models read them; people see nothing.',
  todo: 'Erase the tags; ordinary text needs none.',
  reads: 'written',
  severity: takeover,
  discussable: false,
  fixes: endHidden,
  valid: ['The flag of Wales: \u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
  invalid: ['Hello\u{e0068}\u{e0069}\u{e0020}\u{e0041}\u{e0049} there'],
  find({ written, invisible }) {
    if (!invisible) return [];
    const hits = longRuns(written, runs, 1).filter(({ start, end }) => !isFlag(written, start, end));
    return mergeHits(hits, 2);
  },
};

/** Flags of regions are written with tags: a black flag, the letters of the region, an end. */
function isFlag(written: string, start: number, end: number): boolean {
  return (
    written.slice(Math.max(0, start - 2), start) === '\u{1f3f4}' &&
    /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}$/u.test(
      written.slice(start, Math.min(end, start + 16)),
    )
  );
}
