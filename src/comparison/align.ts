import { lcs } from 'fast-myers-diff';
import type { AlignedRun, Alignment } from '../protocol/measured/comparison';

/**
 * Aligns two sequences of symbols: partners are a longest common subsequence (E. W. Myers: An O(ND) Difference Algorithm
 * and Its Variations, 1986). Of several such one is taken that does not depend on which sequence comes first: the
 * alignment of (b, a) is that of (a, b) with its sides exchanged.
 */
export function align(before: readonly number[], after: readonly number[]): Alignment {
  // The search is not symmetric, so it always runs from the same one of the two.
  const swapped = comesFirst(after, before);
  const [one, other] = swapped ? [after, before] : [before, after];
  const common = longestCommon(one, other);
  const runs: AlignedRun[] = [];
  let [atBefore, atAfter] = [0, 0];
  const add = (same: boolean, toBefore: number, toAfter: number) => {
    if (toBefore === atBefore && toAfter === atAfter) return;
    const last = runs.at(-1);
    if (last?.same === same) [last.before.end, last.after.end] = [toBefore, toAfter];
    else
      runs.push({
        same,
        before: { first: atBefore, end: toBefore },
        after: { first: atAfter, end: toAfter },
      });
    [atBefore, atAfter] = [toBefore, toAfter];
  };
  for (const [first, second] of common) {
    const [ofBefore, ofAfter] = swapped ? [second, first] : [first, second];
    add(false, ofBefore, ofAfter);
    add(true, ofBefore + 1, ofAfter + 1);
  }
  add(false, before.length, after.length);
  return { common: common.length, runs };
}

/** `[token of before]`: its partner in the other prompt, or −1. */
export function partners({ runs }: Alignment, side: 'before' | 'after'): Int32Array {
  const otherSide = side === 'before' ? 'after' : 'before';
  const found = new Int32Array(runs.at(-1)?.[side].end ?? 0).fill(-1);
  for (const run of runs)
    if (run.same)
      for (let at = run[side].first; at < run[side].end; at++)
        found[at] = run[otherSide].first + at - run[side].first;
  return found;
}

/** Partners in order, as pairs of places. */
function longestCommon(one: readonly number[], other: readonly number[]): [number, number][] {
  // What only one has is in no common subsequence; without it the search is short where prompts have little in common.
  const [ofOne, ofOther] = [placesOf(one, new Set(other)), placesOf(other, new Set(one))];
  const pairs: [number, number][] = [];
  const found = lcs(
    ofOne.map((at) => one[at]!),
    ofOther.map((at) => other[at]!),
  );
  for (const [first, second, length] of found)
    for (let i = 0; i < length; i++) pairs.push([ofOne[first + i]!, ofOther[second + i]!]);
  return pairs;
}

function placesOf(symbols: readonly number[], known: ReadonlySet<number>): number[] {
  return [...symbols.keys()].filter((at) => known.has(symbols[at]!));
}

/** Whether one stands before the other: the shorter, or of the same length the one with the smaller symbol first. */
function comesFirst(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return one.length < other.length;
  const at = one.findIndex((symbol, i) => symbol !== other[i]);
  return at >= 0 && one[at]! < other[at]!;
}
