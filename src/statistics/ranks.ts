/** Ranks from 1; equal values share the mean of theirs. `ties`: Σ (t³ − t) over the groups of t equal values. */
export function ranksOf(values: ArrayLike<number>): { ranks: Float64Array; ties: number } {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(order.length);
  let ties = 0;
  for (let first = 0; first < order.length;) {
    let end = first + 1;
    while (end < order.length && values[order[end]!] === values[order[first]!]) end++;
    for (let i = first; i < end; i++) ranks[order[i]!] = (first + 1 + end) / 2;
    const count = end - first;
    ties += count ** 3 - count;
    first = end;
  }
  return { ranks, ties };
}
