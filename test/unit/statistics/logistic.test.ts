import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fitLogistic, fitStandardLogistic, logOdds } from '../../../src/statistics/logistic';

const file = path.resolve(import.meta.dirname, '../../fixtures/statistics/logistic.json');
const { width, inputs, labels, weights, odds, fits } = JSON.parse(readFileSync(file, 'utf8')) as {
  width: number;
  inputs: number[];
  labels: number[];
  weights: number[];
  /** Of columns standardized before. */
  odds: number[];
  fits: { penalty: number; weights: number[]; bias: number }[];
};
const rows = {
  inputs: Float32Array.from(inputs),
  width,
  labels: Uint8Array.from(labels),
  weights: Float64Array.from(weights),
};

it.each(fits)('finds what scikit-learn finds, penalty $penalty', ({ penalty, weights: expected, bias }) => {
  const found = fitLogistic(rows, penalty);
  [...found.weights, found.bias].forEach((value, i) => {
    expect(Math.abs(value - [...expected, bias][i]!)).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
  });
});

it('finds what scikit-learn finds on standardized columns, and leaves one that does not vary alone', () => {
  const [scale, from] = [37, 400];
  const wide = Float32Array.from({ length: labels.length * (width + 1) }, (_, i) => {
    const [row, column] = [Math.floor(i / (width + 1)), i % (width + 1)];
    return column === width
      ? 3
      : column === 0
        ? from + scale * inputs[row * width]!
        : inputs[row * width + column]!;
  });
  const fitted = fitStandardLogistic({ ...rows, inputs: wide, width: width + 1 }, 1);
  expect(fitted.weights[width]).toBeCloseTo(0, 9);
  odds.forEach((expected, row) => {
    const found = logOdds(fitted, wide.subarray(row * (width + 1), (row + 1) * (width + 1)));
    expect(Math.abs(found - expected)).toBeLessThan(1e-4);
  });
});
