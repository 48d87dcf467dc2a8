import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, benjaminiYekutieli, holm } from '../../../src/statistics/manyTests';
import { expectClose, oracle } from './oracle';

describe('p-values of many tests are adjusted as statsmodels does', () => {
  const { p, ...adjusted } = oracle.manyTests;
  it('after Holm', () => expectClose(holm(p), adjusted.holm));
  it('after Benjamini and Hochberg', () => expectClose(benjaminiHochberg(p), adjusted.benjaminiHochberg));
  it('after Benjamini and Yekutieli', () =>
    expectClose(benjaminiYekutieli(p, p.length), adjusted.benjaminiYekutieli));

  it('and the same where the largest are left out and count as 1', () => {
    const all = benjaminiYekutieli([0.0001, 0.002, 1, 1], 4);
    expect(Array.from(benjaminiYekutieli([0.002, 0.0001], 4))).toEqual([all[1], all[0]]);
  });
});
