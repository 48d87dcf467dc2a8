import type { RowSum } from '../find/attentionLayer';
import type { Check } from '../../protocol/requests/doctor';
import { measuredCheck, plainCheck } from './check';

/** What a map must look like. */
export interface MapExpectation {
  rowSum: RowSum;
  /** How far sums may be off: 1e-3, more for float16 arithmetic. */
  tolerance: number;
}

/**
 * Checks a map `[batch, heads, queries, keys]` for what any attention map is: weights of 0 to 1, and rows
 * that sum to 1 (or are 0 throughout where all is masked), as far as the structure says so. Keys before
 * the first query are a cache. All checks are made unless the shape is wrong.
 */
export function checkMap(
  values: Float32Array,
  dims: readonly number[],
  { rowSum, tolerance }: MapExpectation,
): Check[] {
  const [, , queries = 0, keys = 0] = dims;
  const isShaped = dims.length === 4 && values.length === dims.reduce((n, d) => n * d, 1);
  const shape = `it has shape [${dims.join(', ')}], not [batch, heads, queries, keys]`;
  if (!isShaped) return [plainCheck('shape', false, shape)];
  let none = 0;
  let outside = 0;
  let off = 0;
  let later = 0;
  // The first fault of each kind.
  const wrong: Partial<Record<Check['name'], string>> = {};
  for (let start = 0; start < values.length; start += keys) {
    const query = (start / keys) % queries;
    const lastKey = keys - queries + query;
    let sum = 0;
    let low = 0;
    let high = 1;
    for (let key = 0; key < keys; key++) {
      const weight = values[start + key]!;
      if (Number.isNaN(weight)) none++;
      if (weight < low) low = weight;
      if (weight > high) high = weight;
      if (key > lastKey && Math.abs(weight) > later) {
        later = Math.abs(weight);
        wrong.causal ??= `query ${query} attends to the later key ${key}`;
      }
      sum += weight;
    }
    if (none > 0) wrong.numbers ??= `row ${query} holds values that are no numbers`;
    const rowOutside = Math.max(-low, high - 1);
    if (rowOutside > tolerance) {
      const weight = -low > high - 1 ? low : high;
      wrong.range ??= `row ${query} holds the weight ${weight.toPrecision(3)}, outside 0 to 1`;
    }
    const rowOff = distance(sum, rowSum);
    if (rowOff > tolerance) {
      const due = rowSum === 'one' ? '1' : 'at most 1';
      wrong['row-sums'] ??= `row ${query} sums to ${sum.toPrecision(4)}, not ${due}`;
    }
    outside = Math.max(outside, rowOutside);
    // A row that holds NaN sums to NaN, which is larger than nothing: its own check tells of it.
    if (rowOff > off) off = rowOff;
  }
  return [
    plainCheck('shape', true, shape),
    measuredCheck('numbers', none, 0, wrong.numbers),
    ...(rowSum === 'free'
      ? []
      : [
          measuredCheck('range', outside, tolerance, wrong.range),
          measuredCheck('row-sums', off, tolerance, wrong['row-sums']),
        ]),
    measuredCheck('causal', later, 0, wrong.causal),
  ];
}

/** How far the sum of a row is from what it has to be; a row that is 0 throughout is masked. */
function distance(sum: number, rowSum: RowSum): number {
  if (rowSum === 'free' || sum === 0) return 0;
  return rowSum === 'one' ? Math.abs(sum - 1) : Math.max(0, sum - 1);
}
