import { endHidden } from '../../fixes/fixes';
import { mergeHits } from '../hits';
import { type Rule, takeover } from '../rule';
import { longRuns, runsOf } from './runs';

const runs = runsOf('\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}');
/** Fewest in a row that spell something. */
const RUN = 3;

/** Bytes written as variation selectors after one visible character. */
export const variationSelectors: Rule = {
  id: 'hidden/variation-selectors',
  title: 'Data hidden in variation selectors',
  why: 'One selector styles a glyph; a run of them spells a message.',
  todo: 'Erase the run; ordinary text has none.',
  reads: 'written',
  severity: takeover,
  discussable: false,
  fixes: endHidden,
  valid: [
    'A heart \u2764\ufe0f, a number sign #\ufe0f\u20e3 and an old form of a character \u845b\u{e0100}.',
  ],
  invalid: ['Smile \u{1f600}\u{e0138}\u{e0155}\u{e015c}\u{e015c}'],
  find: ({ written, invisible }) => (invisible ? mergeHits(longRuns(written, runs, RUN), 2) : []),
};
