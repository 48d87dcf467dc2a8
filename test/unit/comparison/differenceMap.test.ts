import { expect, it } from 'vitest';
import { align } from '../../../src/comparison/align';
import { differenceMap, lastQueries, type Weights } from '../../../src/comparison/differenceMap';

const causal = (...rows: number[][]): Weights => ({
  rows: rows.length,
  columns: rows.length,
  values: Float32Array.from(rows.flatMap((row) => rows.map((_, key) => row[key] ?? NaN))),
});
const before = causal([1], [0.5, 0.5], [0.25, 0.25, 0.5]);
const after = causal([1], [0.75, 0.25], [0.5, 0.25, 0.25], [0.125, 0.5, 0.125, 0.25]);
const alignment = align([7, 8, 9], [7, 3, 8, 9]);

it('holds after − before for the rows and columns that both prompts have', () => {
  const { rows, columns, values, rowTokens } = differenceMap(before, after, alignment);
  expect([rows, columns]).toEqual([3, 3]);
  expect(rowTokens).toEqual([
    { before: 0, after: 0 },
    { before: 1, after: 2 },
    { before: 2, after: 3 },
  ]);
  expect([...values]).toEqual([0, NaN, NaN, 0, -0.25, NaN, -0.125, -0.125, -0.25]);
});

it('flips its sign where the prompts are swapped, and is 0 for a prompt and itself', () => {
  const back = differenceMap(after, before, align([7, 3, 8, 9], [7, 8, 9]));
  const there = differenceMap(before, after, alignment);
  expect([...back.values].map((value) => 0 - value)).toEqual([...there.values]);
  const none = differenceMap(after, after, align([7, 3, 8, 9], [7, 3, 8, 9]));
  expect([...none.values].filter((value) => !Number.isNaN(value)).every((value) => value === 0)).toBe(true);
});

it('of the last rows alone is those of the whole', () => {
  const whole = differenceMap(before, after, alignment);
  const lastOf = (map: Weights, rowsBefore: number): Weights => ({
    ...{ rows: map.rows - rowsBefore, columns: map.columns, rowsBefore },
    values: map.values.slice(rowsBefore * map.columns),
  });
  const last = differenceMap(lastOf(before, 1), lastOf(after, 2), alignment);
  expect(last.rowTokens).toEqual(whole.rowTokens.slice(1));
  expect([...last.values]).toEqual([...whole.values].slice(whole.columns));
});

it('has for its last rows the last tokens that both prompts have, however long either goes on after them', () => {
  const runs = align([7, 8, 9, 4], [7, 3, 8, 9, 5, 6]);
  expect(lastQueries(runs, 2)).toEqual({ before: { first: 1, end: 3 }, after: { first: 2, end: 4 } });
  // Three tokens of the second stand between the first and the last that both have.
  expect(lastQueries(align([7, 9], [7, 3, 3, 9]), 3)?.after).toEqual({ first: 3, end: 4 });
  expect(lastQueries(align([1], [2]), 3)).toBeUndefined();
});
