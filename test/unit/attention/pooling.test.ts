import { describe, expect, it } from 'vitest';
import { finestPool, poolFor, weightsIn } from '../../../src/attention/pooling';

describe('squares of tokens', () => {
  it('are single tokens up to 2,048, and then as few as keep a map within 1,024 rows', () => {
    expect([1, 1_024, 2_048].map(finestPool)).toEqual([1, 1, 1]);
    expect([2_049, 4_096, 4_097, 8_192, 8_193].map(finestPool)).toEqual([4, 4, 8, 8, 16]);
    for (let tokens = 2_049; tokens < 40_000; tokens += 997)
      expect(Math.ceil(tokens / finestPool(tokens))).toBeLessThanOrEqual(1_024);
  });

  it('of small maps of a long prompt are made of whole smaller ones', () => {
    for (let tokens = 100; tokens < 40_000; tokens += 997) {
      const pool = poolFor(tokens, 96);
      expect(Math.ceil(tokens / pool)).toBeLessThanOrEqual(96);
      expect(pool % finestPool(tokens)).toBe(0);
      if (tokens > 2_048) expect(pool % 16).toBe(0);
    }
  });

  it.each([true, false])('have as many weights as can be counted one by one (causal: %s)', (causal) => {
    for (let first = 0; first < 6; first++)
      for (let column = 0; column < 6; column++) {
        let count = 0;
        for (let row = first; row < first + 3; row++)
          for (let key = column; key < column + 2; key++) if (!causal || key <= row) count++;
        expect(weightsIn(first, first + 3, column, column + 2, causal)).toBe(count);
      }
  });
});
