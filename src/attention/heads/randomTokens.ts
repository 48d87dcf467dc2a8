/** Sequences of random tokens in which each stands twice, in the same order: what follows what is told by the first half alone. */
const SEQUENCES = 4;
/** Most tokens of a half. */
const HALF = 64;

/**
 * The same sequences for the same vocabulary. `special` ids are left out; halves are as long as `longest` tokens allow,
 * and no token stands twice in one where the vocabulary has enough.
 */
export function randomTokens(vocabulary: number, special: ReadonlySet<number>, longest: number): number[][] {
  const ordinary = Array.from({ length: vocabulary }, (_, id) => id).filter((id) => !special.has(id));
  const half = Math.min(HALF, Math.floor(longest / 2), ordinary.length);
  // A linear congruential generator with the constants of Numerical Recipes.
  let state = 1;
  const below = (bound: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return Array.from({ length: SEQUENCES }, () => {
    const left = [...ordinary];
    const tokens = Array.from({ length: half }, () => {
      const at = below(left.length);
      const id = left[at]!;
      left[at] = left.at(-1)!;
      left.pop();
      return id;
    });
    return [...tokens, ...tokens];
  });
}
