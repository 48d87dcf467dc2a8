import { type Hit } from '../../reading/hit';
import { type Rule, takeover } from '../rule';
import { mergeHits } from '../hits';

/** Characters that take no room and carry no meaning where they stand in a row. */
const zeroWidth = '\u200b-\u200d\u2060-\u2064\ufeff\u180e\u115f\u1160\u3164\uffa0';
const rows = new RegExp(`[${zeroWidth}]{4,}`, 'g');
/** Letters of scripts whose spelling needs no joiner, full-width ones among them. */
const letter = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]';
const splits = new RegExp(`(?<=${letter})[${zeroWidth}]{1,3}(?=${letter})`, 'gu');
/** So many split words so near each other are no accident of copying. UTF-16 code units. */
const SPLITS = 3;
const NEAR = 80;

/** Rows of zero-width characters, and words split by them where no script needs it. */
export const zeroWidthText: Rule = {
  id: 'hidden/zero-width',
  title: 'Zero-width marks that hide data or split words',
  why: 'People miss the marks; searches miss the words.',
  todo: 'Erase them unless correct spelling needs them.',
  reads: 'written',
  severity: takeover,
  discussable: false,
  valid: [
    'A family \u{1f468}\u200d\u{1f469}\u200d\u{1f467} in one emoji.',
    'Persian \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 needs its joiner.',
  ],
  invalid: ['Weather\u200b\u200c\u200b\u200c\u200c\u200b report', 'se\u200bnd th\u200be mon\u200bey'],
  find({ written }) {
    const hits: Hit[] = Array.from(written.matchAll(rows), (m) => ({
      start: m.index,
      end: m.index + m[0].length,
    }));
    const split = Array.from(written.matchAll(splits), (m) => ({
      start: m.index,
      end: m.index + m[0].length,
    }));
    for (let i = SPLITS - 1; i < split.length; i++) {
      const first = split[i - SPLITS + 1];
      const last = split[i];
      if (first && last && last.end - first.start <= NEAR) hits.push({ start: first.start, end: last.end });
    }
    return mergeHits(hits, 2);
  },
};
