import { expect, test } from 'vitest';
import { uniformWeight } from '../../../../src/attention/summary/boundaryAttention';

/** The same, row by row: what each key would get of a row that is spread evenly over the keys it counts. */
function rowByRow(causal: boolean, count: number, keys: number[], sink: number | null): number {
  const shares: number[] = [];
  for (let query = 0; query < count; query++) {
    const seen = Array.from({ length: causal ? query + 1 : count }, (_, key) => key).filter(
      (key) => key !== sink,
    );
    if (seen.length === 0) continue;
    for (const key of keys.filter((one) => one !== sink))
      shares.push(seen.includes(key) ? 1 / seen.length : 0);
  }
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

test.each([
  [true, 9, [2, 3, 7], null],
  [true, 9, [0, 3, 7], 0],
  [true, 9, [3, 4, 8], 4],
  [true, 9, [0], 0],
  [false, 9, [2, 3], null],
  [false, 9, [0, 3], 0],
  [true, 1, [0], 0],
] as const)(
  'an even share counts the keys that a query sees: causal %s, %i tokens, %j, sink %j',
  (causal, count, keys, sink) => {
    const even = uniformWeight({ causal, tokens: { length: count } }, keys, sink);
    expect(even).toBeCloseTo(rowByRow(causal, count, [...keys], sink), 12);
  },
);
