import { expect, test } from 'vitest';
import { poolMax } from '../../../src/attention/pool';

// prettier-ignore
const map = Float32Array.from([
  0.25, 0,    0,   0.375, 0,
  0.5,  0.75, 0.5, 0.25,  0,
  0.25, 0.5,  1,   0.75,  0.125,
]);

test('each square shows its strongest cell; edge squares may be smaller', () => {
  const pooled = poolMax(map, 3, 5, 2);
  expect([pooled.rows, pooled.columns]).toEqual([2, 3]);
  expect(Array.from(pooled.values)).toEqual([0.75, 0.5, 0, 0.5, 1, 0.125]);
});

test('a side of 1 leaves the map as it is, a large side leaves one cell', () => {
  expect(poolMax(map, 3, 5, 1)).toEqual({ rows: 3, columns: 5, values: map });
  expect(poolMax(map, 3, 5, 9)).toEqual({ rows: 1, columns: 1, values: Float32Array.of(1) });
});
