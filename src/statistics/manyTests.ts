/** p-values of many tests, adjusted: the least level at which each is still told from chance. In the given order. */

/** For the chance of any false one among all (Holm 1979), however the tests depend on each other. */
export function holm(pValues: ArrayLike<number>): Float64Array {
  const order = Array.from(pValues, (_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!);
  const values = new Float64Array(order.length);
  let most = 0;
  order.forEach((at, rank) => {
    most = Math.max(most, Math.min(1, pValues[at]! * (order.length - rank)));
    values[at] = most;
  });
  return values;
}

/**
 * For the expected share of false ones among those told (Benjamini and Hochberg 1995): independent tests, or such as tend
 * to go together.
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): Float64Array {
  return stepUp(pValues, pValues.length);
}

/**
 * The same however the `tests` depend on each other (Benjamini and Yekutieli 2001): each value times 1 + 1/2 + … + 1/tests.
 * `pValues` may be the smallest of all tests alone; the others count as 1.
 */
export function benjaminiYekutieli(pValues: ArrayLike<number>, tests: number): Float64Array {
  let harmonic = 0;
  for (let rank = 1; rank <= tests; rank++) harmonic += 1 / rank;
  return stepUp(pValues, tests * harmonic);
}

/** The m-th smallest becomes the least of p(n) · factor / n over the ranks n ≥ m, at most 1. */
function stepUp(pValues: ArrayLike<number>, factor: number): Float64Array {
  const order = Array.from(pValues, (_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!);
  const values = new Float64Array(order.length);
  let least = 1;
  for (let rank = order.length; rank > 0; rank--) {
    const at = order[rank - 1]!;
    least = Math.min(least, (pValues[at]! * factor) / rank);
    values[at] = least;
  }
  return values;
}
