import { describe, expect, it } from 'vitest';
import { fitContext } from '../../../../../src/inference/worker/run/fitContext';

const three = { contextLength: 3, exact: false };
const open = { contextLength: null, exact: false };

describe('a prompt and the context', () => {
  it('refuses what is longer, with the numbers', () => {
    expect(() => fitContext([1, 2, 3, 4], three, 'refuse')).toThrow(
      /has 4 tokens; the model reads at most 3.*by 1 token/,
    );
  });

  it('keeps the last tokens where that was asked for', () => {
    expect(fitContext([1, 2, 3, 4], three, 'keep-last')).toEqual([2, 3, 4]);
  });

  it('takes any length but 0 where the model names none', () => {
    expect(fitContext([1, 2, 3, 4], open, 'refuse')).toHaveLength(4);
    expect(() => fitContext([], open, 'refuse')).toThrow(/no tokens/);
  });

  it('must have exactly the length that a model with fixed shapes takes', () => {
    const exact = { ...three, exact: true };
    expect(() => fitContext([1, 2], exact, 'keep-last')).toThrow(/has 2 tokens; .* for exactly 3/);
    expect(fitContext([1, 2, 3, 4], exact, 'keep-last')).toEqual([2, 3, 4]);
  });
});
