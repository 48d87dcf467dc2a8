import { endHidden } from '../../fixes/fixes';
import type { Hit } from '../../hit';
import { mergeHits } from '../hits';
import { type Rule, takeover } from '../rule';
import { longRuns, runsOf } from './runs';

/** Characters that take no room and carry no meaning where they stand in a row. */
const characters = '\u200b-\u200d\u2060-\u2064\ufeff\u180e\u115f\u1160\u3164\uffa0';
const runs = runsOf(characters);
/** Fewest in a row that carry data. */
const ROW = 4;
/** Letters of scripts whose spelling needs no joiner, full-width ones among them. */
const letter = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]';
const splits = new RegExp(`(?<=${letter})[${characters}]{1,3}(?=${letter})`, 'gu');
/** So many words split this near each other, in UTF-16 code units, are not an accident of copying. */
const SPLITS = 3;
const NEAR = 80;

/** Rows of zero-width characters, and words split by them where no script needs it. */
export const zeroWidth: Rule = {
  id: 'hidden/zero-width',
  title: 'Zero-width marks that hide data or split words',
  why: 'People miss the marks; searches miss the words.',
  todo: 'Erase them unless correct spelling needs them.',
  reads: 'written',
  severity: takeover,
  discussable: false,
  fixes: endHidden,
  valid: [
    'A family \u{1f468}\u200d\u{1f469}\u200d\u{1f467} in one emoji.',
    'Persian \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 needs its joiner.',
  ],
  invalid: ['Weather\u200b\u200c\u200b\u200c\u200c\u200b report', 'se\u200bnd th\u200be mon\u200bey'],
  find({ written, invisible }) {
    if (!invisible) return [];
    return mergeHits([...longRuns(written, runs, ROW), ...splitWords(written)], 2);
  },
};

/** Stretches of words that are split again and again. */
function splitWords(written: string): Hit[] {
  const hits: Hit[] = [];
  const starts: number[] = [];
  for (const { index, 0: split } of written.matchAll(splits)) {
    starts.push(index);
    if (starts.length > SPLITS) starts.shift();
    const start = starts[0]!;
    const end = index + split.length;
    if (starts.length < SPLITS || end - start > NEAR) continue;
    const before = hits.at(-1);
    if (before && start <= before.end) before.end = end;
    else hits.push({ start, end });
  }
  return hits;
}
