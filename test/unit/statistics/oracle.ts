import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

interface Case {
  groups: [number[], number[], number[]];
  [figure: string]: number[] | number[][];
}

/** What SciPy and statsmodels give: test/oracle/effectsAndTests.py. */
export const oracle = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../fixtures/statistics/statistics.json'), 'utf8'),
) as {
  cases: Record<string, Case>;
  manyTests: Record<'p' | 'holm' | 'benjaminiHochberg' | 'benjaminiYekutieli', number[]>;
  leastSquares: Record<'length' | 'outcome' | 'group' | 'coefficients' | 'left' | 'lastTerm', number[]>;
  distributions: Record<string, number[][]>;
  wilson: number[][];
};

export const cases = Object.entries(oracle.cases);

/** Equal to 1e-6, relative to the larger of the value and 1; small p-values to 1e-6 of themselves. */
export function expectClose(values: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(values.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    const [value, wanted] = [values[i]!, expected[i]!];
    expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThanOrEqual(
      1e-6 * Math.max(1e-20, Math.abs(wanted)) + 1e-12,
    );
  }
}
