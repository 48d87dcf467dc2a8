import { describe, expect, it } from 'vitest';
import { pearson, spearman, type Correlation } from '../../../src/statistics/correlation';
import { cases, expectClose } from './oracle';

const numbers = (correlation: Correlation) => {
  const { value, low, high, p } = correlation!;
  return [value, low, high, p];
};

describe.each(cases)('correlations of %s samples are SciPy’s', (_, { groups, ...figures }) => {
  const count = Math.min(...groups.map(({ length }) => length));
  const [a, b] = groups.map((group) => group.slice(0, count)) as [number[], number[]];
  it('Pearson', () => expectClose(numbers(pearson(a, b)), figures.pearson as number[]));
  it('Spearman', () => expectClose(numbers(spearman(a, b)), figures.spearman as number[]));
  it('point-biserial', () => {
    const flags = [...groups[0].map(() => 1), ...groups[1].map(() => 0)];
    expectClose(numbers(pearson(flags, [...groups[0], ...groups[1]])), figures.pointBiserial as number[]);
  });
});

it('are not told where one side does not vary, or of too few', () => {
  expect(pearson([1, 1, 1, 1, 1], [1, 2, 3, 4, 5])).toBeNull();
  expect(spearman([1, 2, 3], [1, 2, 3])).toBeNull();
});
