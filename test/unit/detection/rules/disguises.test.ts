import { describe, expect, it } from 'vitest';
import { rules } from '../../../../src/detection/rules';
import type { Trust } from '../../../../src/protocol/prompt';
import { findIn } from '../findIn';

type Kind = 'one letter' | 'full width' | 'split';

/** A text in disguise, and where a range of the plain one has gone. */
interface Disguised {
  kind: Kind;
  text: string;
  moved: (start: number, end: number) => [number, number];
}

/** Rules about characters in whose examples a disguise changes the very characters that they look for. */
const changed: Readonly<Record<string, Kind>> = {
  // A terminal obeys no sequence in full width.
  'hidden/control-characters': 'full width',
  // More splits are more of what it marks, so that the mark grows.
  'hidden/zero-width': 'split',
};

/** Rules about elements: a tag in disguise is none. */
const byElements = new Set(['hidden/unseen-element']);
const tagsOf = (text: string): string => (text.match(/<[^>]*>/g) ?? []).join('');

/** Letters of other scripts in the place of Latin ones: Cyrillic and Greek, chosen for this test. */
const doubles = new Map<string, string>();
for (const [latin, other] of [
  ['abceghijkmnopqrstvwxyz', 'аЬсеɡһіјкⅿпорԛгѕтνԝхуᴢ'],
  ['ABCEHIJKMNOPSTXYZ', 'АВСЕНІЈКМΝОРЅТХУΖ'],
  ['abeinkoptuvxwy', 'αβειηκορτυνχωγ'],
  ['ABEHIKMNOPTXYZ', 'ΑΒΕΗΙΚΜΝΟΡΤΧΥΖ'],
] as const) {
  const others = Array.from(other);
  Array.from(latin).forEach((letter, i) => doubles.set(letter, (doubles.get(letter) ?? '') + others[i]));
}

/** The text with one letter in another script, for each letter and each double that it has. */
function* oneLetter(text: string): Generator<Disguised> {
  for (let i = 0; i < text.length; i++) {
    for (const double of doubles.get(text[i]!) ?? '') {
      const disguised = text.slice(0, i) + double + text.slice(i + 1);
      yield { kind: 'one letter', text: disguised, moved: (from, to) => [from, to] };
    }
  }
}

/** Everything that can be typed, in full width. */
function fullWidth(text: string): Disguised {
  const wide = text
    .replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');
  return { kind: 'full width', text: wide, moved: (from, to) => [from, to] };
}

/** Words with a character of no width after their first letter. */
function split(text: string, mark: string): Disguised {
  const first = /(?<!\p{L})\p{L}(?=\p{L})/gu;
  const cuts = Array.from(text.matchAll(first), (match) => match.index + match[0].length);
  return {
    kind: 'split',
    text: text.replace(first, `$&${mark}`),
    // A mark at either end of a range is not part of it.
    moved: (from, to) => [
      from + cuts.filter((cut) => cut <= from).length,
      to + cuts.filter((cut) => cut < to).length,
    ],
  };
}

function* disguises(text: string): Generator<Disguised> {
  yield* oneLetter(text);
  yield fullWidth(text);
  for (const mark of ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad']) yield split(text, mark);
}

const rangesOf = (text: string, rule: string): [number, number][] =>
  findIn(text, 'untrusted')
    .filter((finding) => finding.rule === rule)
    .map(({ start, end }) => [start, end]);

const rulesIn = (text: string, trust: Trust): string[] => findIn(text, trust).map(({ rule }) => rule);

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.invalid)('finds example %# in each disguise, and marks the disguised words', (plain) => {
    const ranges = rangesOf(plain, id);
    for (const { kind, text, moved } of disguises(plain)) {
      if (changed[id] === kind || (byElements.has(id) && tagsOf(text) !== tagsOf(plain))) continue;
      expect(rangesOf(text, id), JSON.stringify(text)).toEqual(ranges.map(([from, to]) => moved(from, to)));
    }
  });

  it.each(rule.valid)('finds nothing new in example %# in disguise', (plain) => {
    for (const trust of ['author', 'user'] as const) {
      const before = new Set(rulesIn(plain, trust));
      for (const { text } of disguises(plain)) {
        // That characters are hidden is itself worth a finding.
        const others = rulesIn(text, trust).filter(
          (found) => !before.has(found) && !found.startsWith('hidden/'),
        );
        expect(others, JSON.stringify(text)).toEqual([]);
      }
    }
  });
});
