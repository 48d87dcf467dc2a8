import { expect, it } from 'vitest';
import * as distributions from '../../../src/statistics/distributions';
import { expectClose, oracle } from './oracle';

it.each(Object.entries(oracle.distributions))('%s is SciPy’s', (name, rows) => {
  const compute = distributions[name as keyof typeof distributions] as (...given: number[]) => number;
  expectClose(
    rows.map((row) => compute(...row.slice(0, -1))),
    rows.map((row) => row.at(-1)!),
  );
});

it('quantiles end in infinity', () => {
  expect(distributions.normalQuantile(0)).toBe(-Infinity);
  expect(distributions.normalQuantile(1)).toBe(Infinity);
});
