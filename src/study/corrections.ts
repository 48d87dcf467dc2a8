import type { Difference } from '../protocol/measured/study';
import { benjaminiHochberg, holm } from '../statistics/manyTests';

/** What a test says before it is known how many others there are. */
export type Tested<T extends { p: number } = Difference> = Omit<T, 'fdr' | 'holm'>;

/**
 * p-values adjusted over the tests of all groups together. `null` stands for a test that could not be made, and stays.
 */
export function correctEach<T extends { p: number }>(
  groups: readonly (readonly (T | null)[])[],
): ((T & { fdr: number; holm: number }) | null)[][] {
  const p = groups.flat().flatMap((one) => one?.p ?? []);
  const [fdr, strict] = [benjaminiHochberg(p), holm(p)];
  let at = -1;
  return groups.map((group) => group.map((one) => one && { ...one, fdr: fdr[++at]!, holm: strict[at]! }));
}
