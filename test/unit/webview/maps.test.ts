import { describe, expect, test } from 'vitest';
import { axisTicks, shorten } from '../../../webview/charts/axisTicks';
import { halve } from '../../../webview/charts/matrix';
import { dropFuture, takeSinkOut } from '../../../webview/withoutSink';

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

test('halving keeps the largest weight of both cells, and absent cells never win', () => {
  const matrix = { rows: 2, columns: 3, values: Float32Array.of(0.25, 0.5, NaN, NaN, NaN, 0) };
  expect([...halve(matrix, 'columns').values]).toEqual([0.5, NaN, NaN, 0]);
  expect([...halve(matrix, 'rows').values]).toEqual([0.25, 0.5, 0]);
});

describe('labels of an axis', () => {
  test('stand at the middles of cells, as far apart as they must be', () => {
    expect(axisTicks(0, 5, 200, 15)).toEqual({ step: 1, values: [0.5, 1.5, 2.5, 3.5, 4.5] });
    const { step, values } = axisTicks(0, 1000, 500, 15);
    expect(step).toBe(50);
    expect(values).toHaveLength(20);
  });
  test('of a part keep to the same cells as of the whole', () => {
    expect(axisTicks(12.4, 31, 100, 15).values.map((value) => Math.floor(value) % 5)).toEqual([0, 0, 0, 0]);
  });
  test('are shortened by whole characters, in the middle where the ends tell names apart', () => {
    expect(shorten('💡💡💡💡', 3)).toBe('💡💡…');
    expect(shorten('<|im_start|>', 7, true)).toBe('<|i…t|>');
    expect(shorten('short', 7)).toBe('short');
    // Marks around a right-to-left word take no room.
    expect(shorten('7 \u2068سلام\u2069', 6)).toBe('7 \u2068سلام\u2069');
    expect(shorten('7 \u2068سلام\u2069', 5)).toBe('7 \u2068سل…');
  });
});
