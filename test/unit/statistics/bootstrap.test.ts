import { describe, expect, it } from 'vitest';
import { bootstrap, percentiles } from '../../../src/statistics/bootstrap';
import { hedgesG } from '../../../src/statistics/effectSizes';
import type { Estimate } from '../../../src/statistics/interval';
import { quantile, variance } from '../../../src/statistics/moments';
import { cases, expectClose } from './oracle';

const numbers = ({ value, low, high }: Estimate) => [value, low, high];

describe.each(cases)('intervals from resamples of %s samples are SciPy’s', (_, { groups, ...figures }) => {
  const [a, b] = groups;
  it('of two groups', () => {
    const found = bootstrap([a, b], ([x, y]) => hedgesG(x!, y!).value, { seed: 5, resamples: 500 });
    expectClose(numbers(found), figures.bootstrapG as number[]);
  });
  it('of one', () => {
    const found = bootstrap([a], ([x]) => variance(x!), { seed: 6, resamples: 500 });
    expectClose(numbers(found), figures.bootstrapVariance as number[]);
  });
  it('quantiles', () => {
    const sorted = a.toSorted((x, y) => x - y);
    expectClose(
      [0, 0.1, 0.5, 0.77, 1].map((share) => quantile(sorted, share)),
      figures.quantiles as number[],
    );
  });
});

it('the seed alone decides the interval', () => {
  const group = [3, 1, 4, 1, 5, 9, 2, 6];
  const of = (seed: number) => bootstrap([group], ([x]) => variance(x!), { seed });
  expect(of(1)).toEqual(of(1));
  expect(of(1)).not.toEqual(of(2));
});

it('percentiles are the ends of the middle of what was drawn, in whatever order', () => {
  const drawn = Array.from({ length: 201 }, (_, i) => (i * 37) % 201);
  const { low, high } = percentiles(drawn);
  expect([low, high].map(Math.round)).toEqual([5, 195]);
  expect(percentiles(drawn, 0.5)).toEqual({ low: 50, high: 150 });
  expect(percentiles([])).toEqual({ low: NaN, high: NaN });
});
