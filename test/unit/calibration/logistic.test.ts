import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fitLogistic } from '../../../src/calibration/logistic';

const file = path.resolve(import.meta.dirname, '../../fixtures/calibration/logistic.json');
const { width, inputs, labels, weights, fits } = JSON.parse(readFileSync(file, 'utf8')) as {
  width: number;
  inputs: number[];
  labels: number[];
  weights: number[];
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
