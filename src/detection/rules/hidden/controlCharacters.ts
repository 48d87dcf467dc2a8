import { deleteMarked } from '../../fixes/fixes';
import { matchesOf, mergeHits } from '../hits';
import { type Rule, takeover } from '../rule';

/** Escape sequences, backspaces and deletions. A lone escape character is an accident of conversion. */
const obeyed = new RegExp('\\u001b[[\\]()PX^_]|[\\u0008\\u009b]|\\u007f{2,}', 'g');
/** What each of them has: most texts have none, which is soon known. */
const signs = ['\u001b', '\b', '\u009b', '\u007f'];

/**
 * Colours and weights that a terminal gives to words, as in a log or a program that prints: they hide nothing. Not black
 * and white, in which words may vanish, nor what conceals.
 */
const visible = /^\u001b\[(?:(?:[0-47]|2[1-47]|3[1-69]|49|9[1-6])?(?:;(?=\d)|(?=m)))*m/;

/** Control characters that a terminal obeys. */
export const controlCharacters: Rule = {
  id: 'hidden/control-characters',
  title: 'Control codes that hide or erase displayed text',
  why: 'Terminals act on them, so people see less than models read.',
  todo: 'Erase them; ordinary text needs none.',
  reads: 'written',
  severity: takeover,
  discussable: false,
  fixes: ({ text, finding, ...found }) =>
    deleteMarked({ text, ...found, finding: { ...finding, end: wholeSequence(text, finding.end) } }),
  valid: ['Tabs\tand line ends\r\nare fine.', '\u001b[1;31mError:\u001b[0m no such file.'],
  invalid: ['Total: 900\b\b\b100', 'Fine.\u001b[8m hidden \u001b[0m'],
  find({ written }) {
    if (!signs.some((sign) => written.includes(sign))) return [];
    const all = matchesOf(written, obeyed);
    const hiding = all.filter(({ start }) => !visible.test(written.slice(start, start + 24)));
    // What ends a hidden passage would do no harm alone, and goes with it.
    let next = 0;
    return mergeHits(all, 20).filter(({ start, end }) => {
      while (next < hiding.length && hiding[next]!.start < start) next++;
      return next < hiding.length && hiding[next]!.start < end;
    });
  },
};

/** The end of a terminal's escape sequence: parameters and the final letter. */
const sequenceEnd = /^[0-?]{0,40}[ -/]{0,4}[@-~]/;

/** Where the escape sequence ends that the text before `end` begins. */
function wholeSequence(text: string, end: number): number {
  if (!/[\u001b]\[$|\u009b$/.test(text.slice(Math.max(0, end - 2), end))) return end;
  return end + (sequenceEnd.exec(text.slice(end, end + 50))?.[0].length ?? 0);
}
