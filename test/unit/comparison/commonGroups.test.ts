import { expect, it } from 'vitest';
import { align } from '../../../src/comparison/align';
import { commonGroups, groupedDifference } from '../../../src/comparison/commonGroups';

const before = [7, 1, 2, 3, 4, 5];
const after = [7, 1, 9, 9, 2, 3, 8, 4, 5];

it('takes neighbours that both prompts have together, and leaves sinks by themselves', () => {
  const { size, groups, ...of } = commonGroups(align(before, after), 4, { before: 0, after: 0 });
  expect(size).toBe(2);
  expect(of.before).toEqual([0, 1, 1, 2, 2, 3]);
  expect(of.after).toEqual([0, 1, -1, -1, 1, 2, -1, 2, 3]);
  expect(groups[1]).toEqual({ first: { before: 1, after: 1 }, last: { before: 2, after: 4 } });
  expect(groups[3]!.last).toEqual({ before: 5, after: 8 });
});

it('is the other way round where the prompts are swapped', () => {
  const there = commonGroups(align(before, after), 4, { before: 0, after: null });
  const back = commonGroups(align(after, before), 4, { before: null, after: 0 });
  expect([back.before, back.after]).toEqual([there.after, there.before]);
});

it('gives each token a group of its own where these are few enough', () => {
  expect(commonGroups(align(before, after), 6, { before: null, after: null }).groups).toHaveLength(6);
});

it('is after − before where a causal model can read and nothing is left out', () => {
  const was = Float32Array.of(1, 0, 0.5, 0.25);
  const is = Float32Array.of(1, 0, 0.25, 0.5);
  expect([...groupedDifference(was, is, true, [])]).toEqual([0, NaN, -0.25, 0.25]);
  expect([...groupedDifference(was, is, false, [0, undefined])]).toEqual([NaN, 0, NaN, 0.25]);
});
