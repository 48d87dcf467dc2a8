import type { TokenSpan } from '../../../../protocol/attention';

/** What the last query attends to in one layer `[heads, keys]`. */
export interface LastRow {
  keys: number;
  weights: Float32Array;
}

/**
 * Whether a model keeps to a mask: with `hidden` masked, no layer's last query gives weight to it, and in the first
 * layer, where queries and keys know nothing of one another yet, the other weights are those without the mask,
 * scaled up by 1 / (1 − what was hidden). A model that counts its positions by the mask moves them and fails that.
 */
export function keepsMask(
  plain: LastRow | undefined,
  masked: readonly LastRow[],
  { first, end }: TokenSpan,
  tolerance: number,
): boolean {
  const [firstLayer] = masked;
  if (!plain || !firstLayer) return false;
  const { keys } = firstLayer;
  const isHidden = masked.every((row) =>
    everyHead(row, (weights) => sum(weights.subarray(first, end)) <= tolerance),
  );
  return (
    isHidden &&
    everyHead(firstLayer, (weights, head) => {
      const before = plain.weights.subarray(head * keys, (head + 1) * keys);
      const left = 1 - sum(before.subarray(first, end));
      // Of a row that was nearly all on the passage too little is left to compare.
      if (left < 10 * tolerance) return true;
      return weights.every(
        (weight, key) => (key >= first && key < end) || Math.abs(weight * left - before[key]!) <= tolerance,
      );
    })
  );
}

function everyHead(
  { keys, weights }: LastRow,
  holds: (weights: Float32Array, head: number) => boolean,
): boolean {
  for (let head = 0; head * keys < weights.length; head++)
    if (!holds(weights.subarray(head * keys, (head + 1) * keys), head)) return false;
  return true;
}

function sum(weights: Float32Array): number {
  let total = 0;
  for (const weight of weights) total += weight;
  return total;
}
