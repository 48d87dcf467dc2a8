import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterEdits, placeIn, type Edit, type Place } from '../../../../src/editor/documents/place';

const text = 'abcdefghij';
const selection: Place = { start: 3, length: 4, whole: false, changed: false, changes: [] };
const whole: Place = { start: 0, length: text.length, whole: true, changed: false, changes: [] };

/** The text after edits made at once, their offsets those before all of them. */
function edited(before: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .reduce(
      (now, { rangeOffset, rangeLength, text: put }) =>
        now.slice(0, rangeOffset) + put + now.slice(rangeOffset + rangeLength),
      before,
    );
}

describe('the place of an analysed selection', () => {
  it('moves with edits before it', () => {
    const edits = [{ rangeOffset: 0, rangeLength: 1, text: 'xyz' }];
    expect(afterEdits(selection, edits)).toEqual({ ...selection, start: 5 });
  });

  it('does not heed edits after it, nor at its ends', () => {
    for (const rangeOffset of [7, 9]) {
      expect(afterEdits(selection, [{ rangeOffset, rangeLength: 1, text: '' }])).toEqual(selection);
    }
    expect(afterEdits(selection, [{ rangeOffset: 3, rangeLength: 0, text: 'x' }])).toEqual({
      ...selection,
      start: 4,
    });
  });

  it('is changed and resized by an edit in it', () => {
    const place = afterEdits(selection, [{ rangeOffset: 4, rangeLength: 2, text: 'xyz' }]);
    expect(place).toEqual({
      ...selection,
      length: 5,
      changed: true,
      changes: [{ start: 1, end: 3, length: 3 }],
    });
  });

  it('holds what an edit across its ends puts there', () => {
    const edits = [{ rangeOffset: 1, rangeLength: 8, text: 'Q' }];
    const place = afterEdits(selection, edits);
    expect(edited(text, edits).slice(place.start, place.start + place.length)).toBe('Q');
    expect(place.changed).toBe(true);
  });

  it('stands where it says, after any edits, unless it says that it changed', () => {
    const edit = fc
      .tuple(fc.nat(9), fc.nat(9), fc.string({ maxLength: 3 }))
      .map(([a, b, put]) => ({ rangeOffset: Math.min(a, b), rangeLength: Math.abs(a - b), text: put }));
    const apart = (edits: Edit[]) =>
      edits.every((one, i) =>
        edits.every((other, j) => i >= j || one.rangeOffset + one.rangeLength < other.rangeOffset),
      );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 3 }).filter(apart), (edits) => {
        const place = afterEdits(selection, edits);
        const now = edited(text, edits);
        if (!place.changed) expect(placeIn(now, place, 'defg')).toEqual(place);
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.start + place.length).toBeLessThanOrEqual(now.length);
      }),
    );
  });
});

describe('the place of an analysed document', () => {
  it('is changed by what is added at its ends', () => {
    for (const rangeOffset of [0, text.length]) {
      const place = afterEdits(whole, [{ rangeOffset, rangeLength: 0, text: 'x' }]);
      expect(place.changed).toBe(true);
      expect(placeIn(`${text}x`, place, text).changed).toBe(true);
    }
  });

  it('stands again once the edit is taken back', () => {
    expect(placeIn(text, { ...whole, length: 12, changed: true }, text)).toEqual(whole);
  });

  it('stays as it was while the document is closed', () => {
    const place = { ...whole, changed: true };
    expect(placeIn(undefined, place, text)).toEqual(place);
  });
});
