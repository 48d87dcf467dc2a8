import { describe, expect, test } from 'vitest';
import { dropFuture, takeSinkOut } from '../../../../webview/maps/withoutSink';

describe('taking the first token out', () => {
  test('scales the rest of each row to 1 and leaves its column absent', () => {
    const values = Float32Array.of(1, NaN, NaN, 0.6, 0.4, NaN, 0.5, 0.1, 0.4);
    takeSinkOut(values, 3, 3);
    expect([...values]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      1,
      NaN,
      NaN,
      expect.closeTo(0.2, 6),
      expect.closeTo(0.8, 6),
    ]);
  });

  test('of a row with nothing else leaves zeros', () => {
    const values = Float32Array.of(1, 0, 0);
    takeSinkOut(values, 1, 3);
    expect([...values]).toEqual([NaN, 0, 0]);
  });
});

test('what lies ahead of a token is absent', () => {
  const values = new Float32Array(9).fill(0.5);
  dropFuture(values, 3, 3);
  expect([...values].map(Number.isNaN)).toEqual([false, true, true, false, false, true, false, false, false]);
});
