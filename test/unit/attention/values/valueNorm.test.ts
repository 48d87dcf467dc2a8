import { expect, it } from 'vitest';
import { layerValues, mixedFor } from '../../../../src/attention/values/layerValues';
import { projectedSizes, valueNormMap } from '../../../../src/attention/values/valueNorm';
import { cosineDistance, mixedWithout } from '../../../../src/attention/values/valueZeroing';

/** Two heads that share values of two numbers, over two tokens; the projection turns the second head against the first. */
const layer = layerValues(Float32Array.of(1, 0, 0.5, 0.5, 1, 0, 0.25, 0.75), Float32Array.of(3, 4, 0, 2), {
  ...{ heads: 2, valueHeads: 1, tokens: 2 },
});
const projection = Float32Array.of(1, 0, 0, 1, -1, 0, 0, -1);

it('a head takes its weight times the size of the value, all together the size of the sum', () => {
  const sizes = projectedSizes(layer, projection);
  // Second row: .5 · 5 and .5 · 2, as shares.
  expect([...valueNormMap(layer, sizes, 0)].map((value) => value.toFixed(4))).toEqual([
    ...['1.0000', '0.0000'],
    ...[(2.5 / 3.5).toFixed(4), (1 / 3.5).toFixed(4)],
  ]);
  // The heads cancel: of token 0 (.5 − .25) · 5 is left, of token 1 (.5 − .75) · 2; in the first row nothing is.
  const [a = 0, b = 0, c = 0, d = 0] = valueNormMap(layer, sizes, 'mean');
  expect([a, b]).toEqual([0, 0]);
  expect(c).toBeCloseTo(1.25 / 1.75, 5);
  expect(d).toBeCloseTo(0.5 / 1.75, 5);
});

it('without a value its share of what the heads read is gone, and nothing else', () => {
  const mixed = mixedFor(layer, 1);
  expect([...mixed]).toEqual([1.5, 3, 0.75, 2.5]);
  expect([...mixedWithout(layer, mixed, 1, 0)]).toEqual([0, 1, 0, 1.5]);
  expect(cosineDistance(Float32Array.of(1, 0), Float32Array.of(0, 3))).toBe(1);
  expect(cosineDistance(Float32Array.of(1, 1), Float32Array.of(2, 2))).toBeCloseTo(0, 7);
});
