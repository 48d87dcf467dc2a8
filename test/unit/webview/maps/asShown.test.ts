import { describe, expect, test } from 'vitest';
import { takeSinkOut } from '../../../../src/attention/withoutSink';
import { asShown, dropFuture } from '../../../../webview/maps/asShown';

describe('taking the first token out', () => {
  test('scales the rest of each row to 1 and leaves its column absent', () => {
    const values = Float32Array.of(1, NaN, NaN, 0.6, 0.4, NaN, 0.5, 0.1, 0.4);
    takeSinkOut(values, 3, 3, 0);
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
    takeSinkOut(values, 1, 3, 0);
    expect([...values]).toEqual([NaN, 0, 0]);
  });
});

test('a sink that is hidden is taken out where it is, of pooled cells its column alone', () => {
  const map = Float32Array.of(0.1, 0.3, 0.6, 0.2, 0.2, 0.6);
  const close = (...values: number[]) =>
    values.map((value) => (Number.isNaN(value) ? NaN : (expect.closeTo(value, 6) as number)));
  const shown = (pool: number, sinkOut: number | null) => [
    ...asShown(map, { rows: 2, columns: 3, pool }, { causal: false, sinkOut }),
  ];
  expect(shown(1, 2)).toEqual(close(0.25, 0.75, NaN, 0.5, 0.5, NaN));
  expect(shown(4, 9)).toEqual(close(0.1, 0.3, NaN, 0.2, 0.2, NaN));
  expect(shown(1, null)).toEqual(close(...map));
});

test('what lies ahead of a token is absent', () => {
  const values = new Float32Array(9).fill(0.5);
  dropFuture(values, 3, 3);
  expect([...values].map(Number.isNaN)).toEqual([false, true, true, false, false, true, false, false, false]);
});

test('where rows are left out above the first, what lies ahead is told by their place in the whole map', () => {
  const values = new Float32Array(8).fill(0.5);
  dropFuture(values, 2, 4, 1);
  expect([...values].map(Number.isNaN)).toEqual([false, false, true, true, false, false, false, true]);
  const map = { rows: 1, columns: 4, pool: 1, rowsBefore: 2 };
  const row = asShown(Float32Array.of(0.5, 0.25, 0.25, 0), map, { causal: true, sinkOut: 0 });
  expect([...row]).toEqual([NaN, 0.5, 0.5, NaN]);
});
