import { normalLower, normalQuantile } from './distributions';
import { LEVEL, type Estimate } from './interval';
import { quantile } from './moments';
import { randomFrom } from './random';

/** What is estimated of one or more groups. */
export type Statistic = (groups: readonly (readonly number[])[]) => number;

export interface BootstrapOptions {
  seed: number;
  resamples?: number;
  level?: number;
}

/**
 * An estimate with its interval from resamples of each group (Efron 1987, BCa; several groups as in Efron and Tibshirani
 * 1993, 14.15 and 15.36). The seed decides it. Where resamples tell no interval (all are alike), its ends are NaN.
 */
export function bootstrap(
  groups: readonly (readonly number[])[],
  statistic: Statistic,
  { seed, resamples = 2000, level = LEVEL }: BootstrapOptions,
): Estimate {
  const value = statistic(groups);
  const random = randomFrom(seed);
  const drawn = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    drawn[i] = statistic(groups.map((group) => group.map(() => group[Math.floor(random() * group.length)]!)));
  }
  drawn.sort();
  let below = 0;
  for (const one of drawn) below += one < value ? 1 : one === value ? 0.5 : 0;
  const bias = normalQuantile(below / resamples);
  const acceleration = accelerationOf(groups, statistic);
  const end = (share: number) => {
    const z = bias + normalQuantile(share);
    return quantile(drawn, normalLower(bias + z / (1 - acceleration * z)));
  };
  return { value, low: end((1 - level) / 2), high: end((1 + level) / 2) };
}

/** The ends of the middle part of what resamples gave, whatever was drawn (Efron 1979, percentiles); NaN of none. */
export function percentiles(drawn: readonly number[], level = LEVEL): Omit<Estimate, 'value'> {
  const sorted = drawn.toSorted((a, b) => a - b);
  const end = (share: number) => (sorted.length === 0 ? NaN : quantile(sorted, share));
  return { low: end((1 - level) / 2), high: end((1 + level) / 2) };
}

/** From the statistic with each value left out once. */
function accelerationOf(groups: readonly (readonly number[])[], statistic: Statistic): number {
  let [cubes, squares] = [0, 0];
  groups.forEach((group, which) => {
    const without = group.map((_, i) =>
      statistic(groups.map((other, at) => (at === which ? group.toSpliced(i, 1) : other))),
    );
    const center = without.reduce((sum, one) => sum + one, 0) / without.length;
    const pulls = without.map((one) => (group.length - 1) * (center - one));
    cubes += pulls.reduce((sum, one) => sum + one ** 3, 0) / group.length ** 3;
    squares += pulls.reduce((sum, one) => sum + one ** 2, 0) / group.length ** 2;
  });
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}
