import { describe, expect, it } from 'vitest';
import { keepsMask } from '../../../../../../src/inference/worker/requests/counterfactual/checkMask';

const row = (...weights: number[]) => ({ keys: 4, weights: Float32Array.from(weights) });
const hidden = { first: 1, end: 2 };
/** Two heads. */
const plain = row(0.5, 0.2, 0.2, 0.1, 0.1, 0.5, 0.1, 0.3);
const kept = row(0.625, 0, 0.25, 0.125, 0.2, 0, 0.2, 0.6);
const deeper = row(0.9, 0, 0.05, 0.05, 0.1, 0, 0.4, 0.5);

describe('a mask', () => {
  it('is kept where hidden tokens get nothing, and the others what they got, scaled up', () => {
    expect(keepsMask(plain, [kept, deeper], hidden, 1e-3)).toBe(true);
  });

  it('is not kept where a layer reads what is hidden', () => {
    expect(keepsMask(plain, [plain, deeper], hidden, 1e-3)).toBe(false);
    expect(keepsMask(plain, [kept, row(0.8, 0.1, 0.05, 0.05, 0.1, 0, 0.4, 0.5)], hidden, 1e-3)).toBe(false);
  });

  it('is not kept where positions move with it, which changes the first layer', () => {
    expect(keepsMask(plain, [deeper, deeper], hidden, 1e-3)).toBe(false);
  });

  it('is not kept where numbers are none', () => {
    expect(keepsMask(plain, [row(NaN, NaN, NaN, NaN, 0.2, 0, 0.2, 0.6)], hidden, 1e-3)).toBe(false);
  });
});
