import { normalQuantile, studentTwoSided } from './distributions';
import { LEVEL, type Estimate } from './interval';
import { mean } from './moments';
import { ranksOf } from './ranks';

/** A correlation with its interval and two-sided p-value; `null` where one side does not vary, or with fewer than 4. */
export type Correlation = (Estimate & { p: number }) | null;

/**
 * Pearson's r; with a side of 0 and 1 the point-biserial correlation. Interval: Fisher's z, deviation 1 / √(n − 3);
 * p: Student's t.
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>, level = LEVEL): Correlation {
  return withInterval(x, y, () => 1, level);
}

/**
 * Spearman's ρ: Pearson's r of the ranks. Interval: Fisher's z, deviation √((1 + ρ² / 2) / (n − 3)) (Bonett and Wright
 * 2000); p: Student's t.
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>, level = LEVEL): Correlation {
  return withInterval(ranksOf(x).ranks, ranksOf(y).ranks, (r) => 1 + r ** 2 / 2, level);
}

function withInterval(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  spread: (r: number) => number,
  level: number,
): Correlation {
  const n = x.length;
  const [centerX, centerY] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - centerX, y[i]! - centerY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (n < 4 || !(xx > 0 && yy > 0)) return null;
  const value = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(spread(value) / (n - 3));
  const z = Math.atanh(value);
  const t = value * Math.sqrt((n - 2) / (1 - value ** 2));
  return { value, low: Math.tanh(z - half), high: Math.tanh(z + half), p: studentTwoSided(t, n - 2) };
}
