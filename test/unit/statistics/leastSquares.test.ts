import { describe, expect, it } from 'vitest';
import { lastTerm, leastSquares, regressOut } from '../../../src/statistics/leastSquares';
import { expectClose, oracle } from './oracle';

describe('length that is accounted for', () => {
  const { length, outcome, group, coefficients, left } = oracle.leastSquares;
  const squares = length.map((value) => value ** 2);

  it('has the coefficients of statsmodels', () => {
    const constants = [0, 1, 2].map((one) => group.map((value) => (value === one ? 1 : 0)));
    expectClose(leastSquares([...constants, length, squares])(outcome), coefficients);
  });

  it('leaves what tells the groups apart', () => {
    expectClose(regressOut([length, squares], group)(outcome), left);
  });

  it('tests a class beside it as statsmodels does', () => {
    const isClass = group.map((value) => (value === 1 ? 1 : 0));
    const { t, p } = lastTerm([length.map(() => 1), length, squares, isClass])(outcome);
    expectClose([t, p], oracle.leastSquares.lastTerm);
    expect(lastTerm([length.map(() => 1), length, length])(outcome).p).toBe(1);
  });

  it('a column that others explain gets no say', () => {
    const ones = [1, 1, 1, 1];
    const fitted = leastSquares([ones, [1, 2, 3, 4], [2, 3, 4, 5]])([3, 5, 7, 9]);
    [1, 2, 0].forEach((value, i) => expect(fitted[i]).toBeCloseTo(value, 10));
  });
});
