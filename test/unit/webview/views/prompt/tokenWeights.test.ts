import { expect, test } from 'vitest';
import { strongest } from '../../../../../webview/views/prompt/tokenWeights';

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
