import { leastSquares } from '../statistics/leastSquares';

/** Pull of the coefficients to 0, in standardized units: keeps them finite where the classes come apart. */
const RIDGE = 1;
const STEPS = 30;

/**
 * Logistic regression with a ridge on all but the constant, by Newton's method (iteratively reweighted least squares).
 * `rows`: `[case][feature]`; features are standardized here. Gives the logit of a new row.
 */
export function fitLogistic(
  rows: readonly number[][],
  isFirst: readonly boolean[],
): (row: readonly number[]) => number {
  const count = rows[0]!.length;
  const centers = Array.from(
    { length: count },
    (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length,
  );
  const scales = centers.map(
    (center, j) => Math.sqrt(rows.reduce((sum, row) => sum + (row[j]! - center) ** 2, 0) / rows.length) || 1,
  );
  const standard = (row: readonly number[]) => row.map((value, j) => (value - centers[j]!) / scales[j]!);
  const design = rows.map((row) => [1, ...standard(row)]);
  let weights = new Array<number>(count + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const logits = design.map((row) => dot(row, weights));
    const spread = logits.map((logit) => {
      const p = 1 / (1 + Math.exp(-logit));
      return Math.max(1e-9, p * (1 - p));
    });
    const wanted = logits.map((logit, i) => {
      const p = 1 / (1 + Math.exp(-logit));
      return Math.sqrt(spread[i]!) * (logit + ((isFirst[i] ? 1 : 0) - p) / spread[i]!);
    });
    // The ridge as cases of its own: one for each feature, which should be 0.
    const columns = weights.map((_, j) => [
      ...design.map((row, i) => Math.sqrt(spread[i]!) * row[j]!),
      ...Array.from({ length: count }, (_, k) => (k + 1 === j ? Math.sqrt(RIDGE) : 0)),
    ]);
    const next = leastSquares(columns)([...wanted, ...new Array<number>(count).fill(0)]);
    const moved = Math.max(...next.map((value, j) => Math.abs(value - weights[j]!)));
    weights = next;
    if (moved < 1e-10) break;
  }
  return (row) => dot([1, ...standard(row)], weights);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
