import { chiSquareUpper, normalUpper } from './distributions';
import { ranksOf } from './ranks';

/** A test's statistic and its p-value: 1 where all values are equal. */
export interface Tested {
  statistic: number;
  p: number;
}

/**
 * Whether values of one group tend to be larger than those of another (Mann and Whitney 1947), two-sided, by the normal
 * approximation with corrections for ties and continuity; `statistic` is U of `a`. Not for groups under 8.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): Tested {
  const [m, n] = [a.length, b.length];
  const { ranks, ties } = ranksOf([...a, ...b]);
  let sum = 0;
  for (let i = 0; i < m; i++) sum += ranks[i]!;
  const statistic = sum - (m * (m + 1)) / 2;
  const all = m + n;
  const deviation = Math.sqrt(((m * n) / 12) * (all + 1 - ties / (all * (all - 1))));
  if (!(deviation > 0)) return { statistic, p: 1 };
  const z = (Math.abs(statistic - (m * n) / 2) - 0.5) / deviation;
  return { statistic, p: Math.min(1, 2 * normalUpper(z)) };
}

/** Whether some group tends to larger values (Kruskal and Wallis 1952), by the chi-square approximation, for ties too. */
export function kruskalWallis(groups: readonly (readonly number[])[]): Tested {
  const { ranks, ties } = ranksOf(groups.flat());
  const all = ranks.length;
  let place = 0;
  let sum = 0;
  for (const { length } of groups) {
    let rank = 0;
    for (const end = place + length; place < end; place++) rank += ranks[place]!;
    sum += rank ** 2 / length;
  }
  const correction = 1 - ties / (all ** 3 - all);
  if (!(correction > 0)) return { statistic: 0, p: 1 };
  const statistic = ((12 / (all * (all + 1))) * sum - 3 * (all + 1)) / correction;
  return { statistic, p: chiSquareUpper(statistic, groups.length - 1) };
}
