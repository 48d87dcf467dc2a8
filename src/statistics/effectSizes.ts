import { normalQuantile } from './distributions';
import { LEVEL, type Estimate } from './interval';
import { mean, variance } from './moments';
import { ranksOf } from './ranks';

/**
 * Hedges' g: (mean of `a` − mean of `b`) / pooled standard deviation, corrected for small groups by 1 − 3 / (4 N − 9).
 * Interval: normal, variance N / (n_a n_b) + g² / (2 (N − 3.94)) (Hartung, Knapp and Sinha 2008, 2.4). 0 where nothing varies.
 */
export function hedgesG(a: readonly number[], b: readonly number[], level = LEVEL): Estimate {
  const [m, n] = [a.length, b.length];
  const all = m + n;
  const pooled = Math.sqrt(((m - 1) * variance(a) + (n - 1) * variance(b)) / (all - 2));
  const difference = mean(a) - mean(b);
  const value = pooled > 0 ? (difference / pooled) * (1 - 3 / (4 * all - 9)) : 0;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(all / (m * n) + value ** 2 / (2 * (all - 3.94)));
  return { value, low: value - half, high: value + half };
}

/**
 * How often a value of `a` is larger than one of `b`, equal ones as half: the area under the ROC curve. Interval: on the
 * logit scale with the variance of DeLong, DeLong and Clarke-Pearson (1988); where all of `a` lies on one side of `b`, that
 * variance is 0, and the end that is left is that of the rule of three, with the smaller group.
 */
export function auroc(a: readonly number[], b: readonly number[], level = LEVEL): Estimate {
  const [m, n] = [a.length, b.length];
  const { ranks } = ranksOf([...a, ...b]);
  const above = placements(ranks.subarray(0, m), ranksOf(a).ranks, n);
  const below = placements(ranks.subarray(m), ranksOf(b).ranks, m);
  const value = mean(above);
  const deviation = Math.sqrt(variance(above) / m + variance(below) / n);
  const edge = Math.min(1, 3 / Math.min(m, n));
  if (value >= 1 || value <= 0) {
    return value >= 1 ? { value, low: 1 - edge, high: 1 } : { value, low: 0, high: edge };
  }
  const logit = Math.log(value / (1 - value));
  const half = (normalQuantile((1 + level) / 2) * deviation) / (value * (1 - value));
  return { value, low: logistic(logit - half), high: logistic(logit + half) };
}

/** Cliff's delta: how much oftener a value of `a` is larger than one of `b` than smaller; 2 AUROC − 1, its interval too. */
export function cliffsDelta(a: readonly number[], b: readonly number[], level = LEVEL): Estimate {
  const { value, low, high } = auroc(a, b, level);
  return { value: 2 * value - 1, low: 2 * low - 1, high: 2 * high - 1 };
}

/** Of each value the share of the other group's that lie below it, from its ranks among all and among its own. */
function placements(among: Float64Array, own: Float64Array, others: number): Float64Array {
  return among.map((rank, i) => (rank - own[i]!) / others);
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
