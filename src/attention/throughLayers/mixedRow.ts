/** A layer's head-mean weights by query: those of the keys from 0 on; keys that are missing have no weight. */
export type LayerRows = (query: number) => Float32Array;

/**
 * Adds `times` the row of a query to `into`, once it is mixed with what the residual connection carries on: half the
 * head-mean weights, half the query itself, scaled to sum to 1 (Abnar & Zuidema 2020, section 3). A row without
 * weight passes on the query alone.
 */
export function addMixedRow(into: Float64Array, row: Float32Array, query: number, times: number): void {
  let sum = 0;
  for (let key = 0; key < row.length; key++) sum += row[key]!;
  const scale = times / (1 + sum);
  for (let key = 0; key < row.length; key++) into[key]! += row[key]! * scale;
  into[query]! += scale;
}
