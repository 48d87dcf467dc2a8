import { cholesky, solveLower } from './cholesky';

/** A covariance shrunk towards equal variances, kept as the rows that it was made from: there are fewer than columns. */
export interface ShrunkCovariance {
  /** `[inputs][columns]`, centred. */
  rows: readonly Float64Array[];
  /** What part of the covariance is the target's, 0 to 1. */
  shrinkage: number;
  /** The mean variance: that of the target. */
  variance: number;
  /** Lower triangle `[inputs, inputs]` of rows · rowsᵀ + n·shrinkage·variance / (1 - shrinkage) on the diagonal. */
  lower: Float64Array;
}

/** Least shrinkage: without any, directions in which no reference input differs would count without limit. */
const LEAST = 1e-3;

/**
 * Σ = (1 - ρ) XᵀX/n + ρ μ I with ρ after Ledoit and Wolf 2004 ("A well-conditioned estimator for large-dimensional
 * covariance matrices"), as scikit-learn's `ledoit_wolf` with `assume_centered` has it.
 */
export function shrinkCovariance(rows: readonly Float64Array[]): ShrunkCovariance {
  const n = rows.length;
  const p = rows[0]!.length;
  const gram = gramOf(rows);
  let [trace, fourth, squares] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    trace += gram[i * n + i]!;
    fourth += gram[i * n + i]! ** 2;
    for (let j = 0; j < n; j++) squares += gram[i * n + j]! ** 2;
  }
  const variance = trace / n / p;
  const delta = (squares / n ** 2 - p * variance ** 2) / p;
  const beta = Math.min((fourth / n - squares / n ** 2) / (p * n), delta);
  const shrinkage = Math.min(1, Math.max(LEAST, delta > 0 ? beta / delta : 1));
  const ridge = shrinkage < 1 ? (n * shrinkage * variance) / (1 - shrinkage) : Infinity;
  const kept = shrinkage < 1 ? rows : [];
  for (let i = 0; i < n; i++) gram[i * n + i]! += ridge;
  return { rows: kept, shrinkage, variance, lower: kept.length > 0 ? cholesky(gram, n) : new Float64Array() };
}

/** xᵀΣ⁻¹x / columns: 1 on average for what the covariance is of. By Woodbury's formula, in the space of the rows. */
export function meanSquareDistance(covariance: ShrunkCovariance, x: Float64Array): number {
  const { rows, shrinkage, variance, lower } = covariance;
  const along = Float64Array.from(rows, (row) => dot(row, x));
  const solved = solveLower(lower, along);
  return (dot(x, x) - dot(solved, solved)) / (shrinkage * variance) / x.length;
}

/** `[rows, rows]` */
export function gramOf(rows: readonly Float64Array[]): Float64Array {
  const n = rows.length;
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) gram[i * n + j] = gram[j * n + i] = dot(rows[i]!, rows[j]!);
  return gram;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
