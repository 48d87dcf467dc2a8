import { expect, test } from 'vitest';
import { halve } from '../../../../webview/numbers/matrix';

test('halving keeps the largest weight of both cells, and absent cells never win', () => {
  const matrix = { rows: 2, columns: 3, values: Float32Array.of(0.25, 0.5, NaN, NaN, NaN, 0) };
  expect([...halve(matrix, 'columns').values]).toEqual([0.5, NaN, NaN, 0]);
  expect([...halve(matrix, 'rows').values]).toEqual([0.25, 0.5, 0]);
});

test('of differences it keeps what changed most, whichever way', () => {
  const matrix = { rows: 1, columns: 4, values: Float32Array.of(0.25, -0.5, NaN, -0.125) };
  expect([...halve(matrix, 'columns').values]).toEqual([-0.5, -0.125]);
});
