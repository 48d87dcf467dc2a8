import { describe, expect, it } from 'vitest';
import { auroc, cliffsDelta, hedgesG } from '../../../src/statistics/effectSizes';
import type { Estimate } from '../../../src/statistics/interval';
import { cases, expectClose } from './oracle';

const numbers = ({ value, low, high }: Estimate) => [value, low, high];

describe.each(cases)('effect sizes of %s samples are those of the oracle', (_, { groups, ...figures }) => {
  const [a, b] = groups;
  it('Hedges’ g', () => expectClose(numbers(hedgesG(a, b)), figures.hedgesG as number[]));
  it('AUROC', () => expectClose(numbers(auroc(a, b)), figures.auroc as number[]));
  it('Cliff’s delta', () => expectClose(numbers(cliffsDelta(a, b)), figures.cliffsDelta as number[]));
});

describe('groups that do not overlap or do not vary', () => {
  it('have an AUROC of 1 or 0, with an end that few cases leave open', () => {
    const [low, high] = [
      Array.from({ length: 30 }, (_, i) => i),
      Array.from({ length: 20 }, (_, i) => 100 + i),
    ];
    expect(auroc(high, low)).toEqual({ value: 1, low: 0.85, high: 1 });
    expect(auroc(low, high)).toEqual({ value: 0, low: 0, high: 0.15 });
  });

  it('show no effect where all values are equal', () => {
    expect(auroc([1, 1, 1], [1, 1]).value).toBe(0.5);
    expect(hedgesG([1, 1, 1], [1, 1, 1]).value).toBe(0);
  });
});
