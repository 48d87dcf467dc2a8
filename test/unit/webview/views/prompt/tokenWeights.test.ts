import { expect, test } from 'vitest';
import { largestWeight, strongest } from '../../../../../webview/views/prompt/tokenWeights';

test('the strongest tokens are those that sorting gives, of equals the first', () => {
  const weights = Float32Array.from({ length: 200 }, (_, index) =>
    index % 9 === 0 ? NaN : ((index * 7919) % 23) / 23,
  );
  const sorted = [...weights.keys()]
    .filter((index) => weights[index]! > 0)
    .sort((a, b) => weights[b]! - weights[a]!);
  for (const most of [1, 3, 5]) expect(strongest(weights, most)).toEqual(sorted.slice(0, most));
  expect(strongest(Float32Array.of(NaN, 0), 3)).toEqual([]);
});

test('the largest weight is that of either way', () => {
  const of = (reads: number[], readBy: number[] | null) =>
    largestWeight({
      token: 0,
      reads: Float32Array.from(reads),
      readBy: readBy && Float32Array.from(readBy),
      pool: 1,
    });
  expect(of([0.25, NaN], [NaN, 0.5])).toBe(0.5);
  expect(of([NaN, 0.25], null)).toBe(0.25);
  expect(of([NaN], null)).toBe(0);
});
