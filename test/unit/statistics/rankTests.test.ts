import { describe, expect, it } from 'vitest';
import { kruskalWallis, mannWhitney, type Tested } from '../../../src/statistics/rankTests';
import { ranksOf } from '../../../src/statistics/ranks';
import { cases, expectClose } from './oracle';

const numbers = ({ statistic, p }: Tested) => [statistic, p];

describe.each(cases)('rank tests of %s samples are SciPy’s', (_, { groups, ...figures }) => {
  it('ranks', () => expectClose(ranksOf(groups[0]).ranks, figures.ranks as number[]));
  it('Mann and Whitney', () =>
    expectClose(numbers(mannWhitney(groups[0], groups[1])), figures.mannWhitney as number[]));
  it('Kruskal and Wallis', () =>
    expectClose(numbers(kruskalWallis(groups)), figures.kruskalWallis as number[]));
});

it('tell nothing where all values are equal', () => {
  expect(mannWhitney([1, 1], [1, 1, 1]).p).toBe(1);
  expect(kruskalWallis([[1], [1, 1], [1]]).p).toBe(1);
});
