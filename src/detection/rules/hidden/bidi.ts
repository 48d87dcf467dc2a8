import { endHidden } from '../../fixes/fixes';
import type { Hit } from '../../hit';
import { mergeHits } from '../hits';
import { type Rule, takeover } from '../rule';

/** How far a right-to-left letter may be, UTF-16 code units. */
const NEAR = 80;

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Controls that make text appear in another order than it is read in. */
export const bidi: Rule = {
  id: 'hidden/bidi',
  title: 'Bidi controls that reorder displayed text',
  why: 'People see one word order, models another.',
  todo: 'Erase them unless right-to-left text needs them.',
  reads: 'written',
  severity: takeover,
  discussable: false,
  fixes: endHidden,
  valid: ['The word \u2067\u05e9\u05dc\u05d5\u05dd\u2069 is Hebrew.', 'Name: \u2068Ada\u2069.'],
  invalid: ['Pay \u202e001\u202c euros.', 'if admin\u2067 return\u2069'],
  find({ written, invisible }) {
    if (!invisible) return [];
    const hits: Hit[] = [];
    for (const match of written.matchAll(/[\u202a-\u202e\u2066\u2067]/g)) {
      const start = match.index;
      const override = match[0] === '\u202d' || match[0] === '\u202e';
      // Embeddings and isolates are honest around or within text of a right-to-left script.
      const near = written.slice(Math.max(0, start - NEAR), start + NEAR);
      if (override || (match[0] !== '\u202c' && !rightToLeft.test(near)))
        hits.push({ start, end: start + 1 });
    }
    return mergeHits(hits, 2);
  },
};
