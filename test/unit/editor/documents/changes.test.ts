import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeBetween,
  rangeNow,
  standsBut,
  withEdit,
  type Change,
} from '../../../../src/editor/documents/changes';

/** One edit, by parts of the text as it then is, and what is put there. */
const edits = fc.array(
  fc.tuple(fc.float({ min: 0, max: 1, noNaN: true }), fc.nat(3), fc.stringMatching(/^[xyz]{0,3}$/)),
  { maxLength: 12 },
);
const BEFORE = 'abcdefghijklmnopqrstuvw';

/** The text after edits made one after the other, and what is kept of them. */
function edited(all: [number, number, string][]): { text: string; changes: Change[] } {
  let text = BEFORE;
  let changes: Change[] = [];
  for (const [place, many, put] of all) {
    const start = Math.floor(place * text.length);
    const end = Math.min(text.length, start + many);
    text = text.slice(0, start) + put + text.slice(end);
    changes = withEdit(changes, { start, end, length: put.length });
  }
  return { text, changes };
}

describe('after any edits', () => {
  it('changes are apart and in order, and all else stands where they say', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const { text, changes } = edited(all);
        let end = -1;
        for (const change of changes) {
          expect(change.start).toBeGreaterThan(end);
          end = change.end;
        }
        expect(standsBut(changes, BEFORE, text, 0)).toBe(true);
        const grown = changes.reduce((sum, { start, end, length }) => sum + length - (end - start), 0);
        expect(BEFORE.length + grown).toBe(text.length);
      }),
    );
  });

  it('a range that no edit touched is found where its letters stand', () => {
    fc.assert(
      fc.property(edits, fc.nat(BEFORE.length - 3), (all, start) => {
        const { text, changes } = edited(all);
        const range = { start, end: start + 3 };
        const touched = changes.some((change) => change.start < range.end && change.end > range.start);
        const within = changes.some((change) => change.start > range.start && change.start < range.end);
        const now = rangeNow(changes, range);
        expect(now.start).toBeLessThanOrEqual(now.end);
        expect(now.end).toBeLessThanOrEqual(text.length);
        if (!touched && !within) expect(text.slice(now.start, now.end)).toBe(BEFORE.slice(start, start + 3));
      }),
    );
  });
});

it.each([
  ['a change within it', [4, 6, 1], [3, 8], [3, 7]],
  ['a change that begins before it', [2, 5, 4], [3, 8], [2, 9]],
  ['a change that ends behind it', [6, 10, 1], [3, 8], [3, 7]],
  ['all of it taken away', [2, 9, 0], [3, 8], [2, 2]],
  ['an insertion at its start', [3, 3, 2], [3, 8], [5, 10]],
  ['an insertion at its end', [8, 8, 2], [3, 8], [3, 8]],
] as const)('a range after %s', (_, [start, end, length], [from, to], now) => {
  const { start: first, end: last } = rangeNow([{ start, end, length }], { start: from, end: to });
  expect([first, last]).toEqual(now);
});

it('what differs between two texts is one change, as small as can be', () => {
  expect(changeBetween('aXXb', 'aYb')).toEqual([{ start: 1, end: 3, length: 1 }]);
  expect(changeBetween('aa', 'aaa')).toEqual([{ start: 2, end: 2, length: 1 }]);
  expect(changeBetween('same', 'same')).toEqual([]);
});
