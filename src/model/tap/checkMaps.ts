import { type RowSum } from '../find/attentionLayer';

/** What a map must look like. */
export interface MapExpectation {
  rowSum: RowSum;
  /** Whether no query may attend to a later key. */
  causal: boolean;
  /** How far sums may be off: 1e-3, more for float16 arithmetic. */
  tolerance: number;
}

/**
 * Checks a map [batch, heads, queries, keys] for what any attention map is: weights of 0 to 1, rows that
 * sum to 1 (or are 0 throughout where all is masked), and, if causal, nothing on later keys; the keys
 * before the first query are a cache. Returns why it is none, or `undefined`.
 */
export function checkMap(
  values: Float32Array,
  dims: readonly number[],
  { rowSum, causal, tolerance }: MapExpectation,
): string | undefined {
  const [, , queries = 0, keys = 0] = dims;
  if (dims.length !== 4 || values.length !== dims.reduce((n, d) => n * d, 1)) {
    return `it has shape [${dims.join(', ')}], not [batch, heads, queries, keys]`;
  }
  for (let start = 0; start < values.length; start += keys) {
    const query = (start / keys) % queries;
    const lastKey = causal ? keys - queries + query : keys - 1;
    let sum = 0;
    for (let key = 0; key < keys; key++) {
      const weight = values[start + key] ?? NaN;
      if (Number.isNaN(weight)) return `row ${query} holds values that are no numbers`;
      if (rowSum !== 'free' && (weight < -tolerance || weight > 1 + tolerance)) {
        return `row ${query} holds the weight ${weight.toPrecision(3)}, outside 0 to 1`;
      }
      if (key > lastKey && Math.abs(weight) > tolerance)
        return `query ${query} attends to the later key ${key}`;
      sum += weight;
    }
    const off =
      rowSum === 'one'
        ? sum !== 0 && Math.abs(sum - 1) > tolerance
        : rowSum === 'at-most-one' && sum > 1 + tolerance;
    if (off) return `row ${query} sums to ${sum.toPrecision(4)}, not ${rowSum === 'one' ? '1' : 'at most 1'}`;
  }
  return undefined;
}
