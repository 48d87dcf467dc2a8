import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, partners } from '../../../src/comparison/align';
import type { Alignment } from '../../../src/protocol/measured/comparison';

/** Length of a longest common subsequence, by the table of Wagner and Fischer (1974). */
function longest(one: readonly number[], other: readonly number[]): number {
  let before = new Int32Array(other.length + 1);
  for (const symbol of one) {
    const row = new Int32Array(other.length + 1);
    for (let j = 1; j <= other.length; j++)
      row[j] = symbol === other[j - 1] ? before[j - 1]! + 1 : Math.max(before[j]!, row[j - 1]!);
    before = row;
  }
  return before[other.length]!;
}

/** A prompt and what edits made of it: runs of tokens taken out, put in, or moved. */
const edited = fc
  .tuple(
    fc.array(fc.nat(9), { maxLength: 80 }),
    fc.array(fc.tuple(fc.nat(90), fc.nat(12), fc.array(fc.nat(9), { maxLength: 12 })), { maxLength: 6 }),
  )
  .map(([before, edits]) => {
    const after = [...before];
    for (const [at, removed, inserted] of edits) after.splice(at % (after.length + 1), removed, ...inserted);
    return [before, after] as const;
  });

const mirrored = ({ common, runs }: Alignment): Alignment => ({
  common,
  runs: runs.map(({ same, before, after }) => ({ same, before: after, after: before })),
});

describe('the alignment of two prompts', () => {
  it('has the length of the longest common subsequence, on 1,000 random edits', () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        const alignment = align(before, after);
        expect(alignment.common).toBe(longest(before, after));
        const partner = partners(alignment, 'before');
        const pairs = [...partner].flatMap((to, from) => (to < 0 ? [] : [[from, to] as const]));
        expect(pairs).toHaveLength(alignment.common);
        for (const [from, to] of pairs) expect(after[to]).toBe(before[from]);
        for (const [i, [, to]] of pairs.entries()) expect(to).toBeGreaterThan(pairs[i - 1]?.[1] ?? -1);
      }),
      { numRuns: 1000, seed: 13 },
    );
  });

  it('is the same one from either side, exchanged', () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        expect(align(after, before)).toEqual(mirrored(align(before, after)));
      }),
      { numRuns: 1000, seed: 13 },
    );
  });

  it('covers both prompts without gaps, runs of the same and of other tokens taking turns', () => {
    fc.assert(
      fc.property(edited, ([before, after]) => {
        const { runs } = align(before, after);
        let at = { before: 0, after: 0 };
        for (const [i, run] of runs.entries()) {
          expect([run.before.first, run.after.first]).toEqual([at.before, at.after]);
          expect(run.same).not.toBe(runs[i - 1]?.same);
          if (run.same) expect(run.before.end - at.before).toBe(run.after.end - at.after);
          at = { before: run.before.end, after: run.after.end };
        }
        expect(at).toEqual({ before: before.length, after: after.length });
      }),
      { numRuns: 300, seed: 13 },
    );
  });

  it('of a prompt with itself is one run', () => {
    expect(align([4, 5, 4], [4, 5, 4])).toEqual({
      common: 3,
      runs: [{ same: true, before: { first: 0, end: 3 }, after: { first: 0, end: 3 } }],
    });
    expect(align([], [])).toEqual({ common: 0, runs: [] });
  });

  it('of prompts of 8,000 tokens with little in common is there at once', () => {
    const words = (from: number) => Array.from({ length: 8000 }, (_, i) => from + ((i * 7919) % 3000));
    const started = performance.now();
    expect(align(words(0), words(2900)).common).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
