import { expect, it } from 'vitest';
import { afterEdits } from '../../../../src/editor/scans/afterEdits';
import type { FixableFinding } from '../../../../src/protocol/fix';

const finding = {
  rule: 'model/instruction-in-data',
  start: 10,
  end: 20,
  fixes: [
    { kind: 'delete-sentence', safe: false, edits: [{ start: 10, end: 21, text: '' }] },
    { kind: 'delete-paragraph', safe: false, edits: [{ start: 2, end: 30, text: '' }] },
  ],
} as unknown as FixableFinding;
const edit = (rangeOffset: number, rangeLength: number, text: string) => ({ rangeOffset, rangeLength, text });
const places = (edits: ReturnType<typeof edit>[]) =>
  afterEdits([finding], edits).map(({ start, end, fixes }) => [
    start,
    end,
    fixes.map(({ edits: [first] }) => first!.start),
  ]);

it('a warning moves with what is written before it, with the fixes that the edit did not reach', () => {
  expect(places([edit(0, 1, 'abc')])).toEqual([[12, 22, [12, 4]]]);
  expect(places([edit(5, 0, 'abc')])).toEqual([[13, 23, [13]]]);
  expect(places([edit(0, 2, ''), edit(40, 2, 'x')])).toEqual([[8, 18, [8, 0]]]);
});

it('a warning stays where text behind it is edited, and goes where its own is', () => {
  expect(places([edit(25, 1, 'abc')])).toEqual([[10, 20, [10]]]);
  expect(places([edit(12, 0, 'x')])).toEqual([]);
  expect(places([edit(5, 30, '')])).toEqual([]);
});
