import { type Rule, takeover } from '../rule';
import { matchesOf, mergeHits } from '../hits';

/** Escape sequences, backspaces and deletions. A lone escape character is an accident of conversion. */
const obeyed = new RegExp('\\u001b[[\\]()PX^_]|[\\u0008\\u009b]|\\u007f{2,}', 'g');

/** Control characters that a terminal obeys. */
export const controlCharacters: Rule = {
  id: 'hidden/control-characters',
  title: 'Control codes that hide or erase displayed text',
  why: 'Terminals act on them, so people see less than models read.',
  todo: 'Erase them; ordinary text needs none.',
  reads: 'written',
  severity: takeover,
  discussable: false,
  valid: ['Tabs\tand line ends\r\nare fine.'],
  invalid: ['Total: 900\b\b\b100', 'Fine.\u001b[8m hidden \u001b[0m'],
  find({ written }) {
    return mergeHits(matchesOf(written, obeyed), 20);
  },
};
