import { describe, expect, it } from 'vitest';
import {
  jensenShannon,
  klDivergence,
  logProbabilities,
} from '../../../../src/attention/counterfactual/distributions';

const ln = (...shares: number[]) => Float64Array.from(shares, Math.log);

describe('distributions over next tokens', () => {
  it('are the softmax of logits, however large these are', () => {
    const logits = Float32Array.of(1000, 1000 + Math.fround(Math.log(3)), -1000);
    const [first, second, last] = logProbabilities(logits);
    expect(Math.exp(first!)).toBeCloseTo(0.25, 4);
    expect(Math.exp(second!)).toBeCloseTo(0.75, 4);
    expect(Math.exp(last!)).toBe(0);
  });

  it('are compared by the formulas of Kullback and Leibler, and of Lin', () => {
    const [p, q] = [ln(0.5, 0.25, 0.25), ln(0.25, 0.5, 0.25)];
    expect(klDivergence(p, q)).toBeCloseTo(0.5 * Math.log(2) - 0.25 * Math.log(2), 12);
    const half = (a: number, b: number) => a * Math.log(a / b);
    const middle = [0.375, 0.375];
    const js = half(0.5, middle[0]!) + half(0.25, middle[1]!);
    expect(jensenShannon(p, q)).toBeCloseTo(js, 12);
  });

  it('differ by nothing from themselves, and by ln 2 where they have no token in common', () => {
    const p = ln(0.3, 0.7, 0);
    expect(klDivergence(p, p)).toBe(0);
    expect(jensenShannon(p, p)).toBe(0);
    expect(jensenShannon(ln(1, 0), ln(0, 1))).toBeCloseTo(Math.log(2), 12);
  });
});
