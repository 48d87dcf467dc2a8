import { expect, test } from 'vitest';
import { shadeScale, shadeStep } from '../../../src/attention/shadeScale';

test.each([
  [0.083, [0.002, 0.005, 0.01, 0.02, 0.05]],
  [0.05, [0.002, 0.005, 0.01, 0.02, 0.05]],
  [0.0499, [0.001, 0.002, 0.005, 0.01, 0.02]],
  [1, [0.05, 0.1, 0.2, 0.5, 1]],
  [0.1, [0.005, 0.01, 0.02, 0.05, 0.1]],
  [0.00013, [0.000005, 0.00001, 0.00002, 0.00005, 0.0001]],
  [0, []],
  [NaN, []],
])('steps up to %d are round figures', (largest, steps) => {
  expect(shadeScale(largest)).toEqual(steps);
});

test('a step begins at its figure; below the first is none', () => {
  const scale = shadeScale(0.083);
  expect([0, 0.0019, 0.002, 0.0049, 0.05, 0.083].map((weight) => shadeStep(scale, weight))).toEqual([
    0, 0, 1, 1, 5, 5,
  ]);
  expect(shadeStep(scale, NaN)).toBe(0);
});
