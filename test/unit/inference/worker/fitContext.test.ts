import { describe, expect, it } from 'vitest';
import { fitContext } from '../../../../src/inference/worker/fitContext';

describe('a prompt and the context', () => {
  it('refuses what is longer, with the numbers', () => {
    expect(() => fitContext([1, 2, 3, 4], 3, 'refuse')).toThrow(
      /has 4 tokens; the model reads at most 3.*by 1 token/,
    );
  });

  it('keeps the last tokens where that was asked for', () => {
    expect(fitContext([1, 2, 3, 4], 3, 'keep-last')).toEqual([2, 3, 4]);
  });

  it('takes any length where the model does not say one, but not none', () => {
    expect(fitContext([1, 2, 3, 4], null, 'refuse')).toHaveLength(4);
    expect(() => fitContext([], null, 'refuse')).toThrow(/no tokens/);
  });
});
