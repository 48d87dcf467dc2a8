/**
 * p-values adjusted for a false discovery rate over `tests` of them, after Benjamini and Yekutieli (2001): of the tests
 * whose adjusted value is at most r, an expected share of at most r is none, however the tests depend on each other. The
 * m-th smallest p-value becomes the least, over the ranks n ≥ m, of p(n) · tests · (1 + 1/2 + … + 1/tests) / n, at
 * most 1. `pValues` may be the smallest of all tests alone, in any order; the others count as 1.
 */
export function adjusted(pValues: ArrayLike<number>, tests: number): Float64Array {
  let harmonic = 0;
  for (let rank = 1; rank <= tests; rank++) harmonic += 1 / rank;
  const order = Array.from(pValues, (_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!);
  const values = new Float64Array(order.length);
  let least = 1;
  for (let rank = order.length; rank > 0; rank--) {
    const at = order[rank - 1]!;
    least = Math.min(least, (pValues[at]! * tests * harmonic) / rank);
    values[at] = least;
  }
  return values;
}
