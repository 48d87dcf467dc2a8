import { describe, expect, it } from 'vitest';
import { HEAD_POOL } from '../../../../../src/protocol/borders/inference';
import { chunksOf } from '../../../../../src/inference/worker/run/chunks';

describe('chunks of a prompt', () => {
  it('cover each query once, in order', () => {
    for (let tokens = 1; tokens < 6_000; tokens += 1 + (tokens >> 5)) {
      const chunks = chunksOf(tokens, 9, tokens % 500);
      expect(chunks[0]!.first).toBe(0);
      expect(chunks.at(-1)!.end).toBe(tokens);
      chunks.forEach(({ first, end }, i) => {
        expect(end).toBeGreaterThan(first);
        if (i > 0) expect(first).toBe(chunks[i - 1]!.end);
      });
    }
  });

  it('get shorter where the prompt gets longer or more is fetched', () => {
    const longest = (tokens: number, rows: number) =>
      Math.max(...chunksOf(tokens, 9, rows).map(({ first, end }) => end - first));
    expect(longest(512, 30)).toBe(512);
    expect(longest(8_192, 30)).toBeLessThanOrEqual(128);
    expect(longest(1_000, 270)).toBeLessThan(longest(1_000, 30));
  });

  it('begin where the model has read to', () => {
    expect(chunksOf(1_000, 9, 0, 700)).toEqual([{ first: 700, end: 1_000 }]);
    expect(chunksOf(1_300, 9, 0, 300).map(({ first, end }) => [first, end])).toEqual([
      [300, 812],
      [812, 1_300],
    ]);
  });

  it('begin at multiples of the squares of single heads', () => {
    for (const tokens of [100, 2_049, 5_000, 8_192])
      for (const { first } of chunksOf(tokens, 9, 31)) expect(first % HEAD_POOL).toBe(0);
  });

  it('never become empty', () => {
    const chunks = chunksOf(200_000, 128, 10_000);
    expect(chunks.every(({ first, end }) => end - first >= 1)).toBe(true);
  });
});
