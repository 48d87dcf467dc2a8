import { describe, expect, it } from 'vitest';
import { checkMap, type MapExpectation } from '../../../../src/model/tap/checkMaps';

const check = (rows: number[][], expectation: Partial<MapExpectation> = {}): string | undefined =>
  checkMap(Float32Array.from(rows.flat()), [1, 1, rows.length, rows[0]!.length], {
    rowSum: 'one',
    causal: false,
    tolerance: 1e-3,
    ...expectation,
  });

describe('checkMap', () => {
  it('passes what an attention map is', () => {
    expect(
      check(
        [
          [1, 0],
          [0.4, 0.6],
        ],
        { causal: true },
      ),
    ).toBeUndefined();
    // Two keys in a cache before the first query.
    expect(
      check(
        [
          [0.2, 0.3, 0.5, 0],
          [0.1, 0.2, 0.3, 0.4],
        ],
        { causal: true },
      ),
    ).toBeUndefined();
    // A query that sees no key at all.
    expect(
      check([
        [0, 0],
        [0.4, 0.6],
      ]),
    ).toBeUndefined();
  });

  it('tells why a map is none', () => {
    expect(check([[0.4, 0.4]])).toMatch(/row 0 sums to 0\.8000, not 1/);
    expect(
      check(
        [
          [0.5, 0.5],
          [0.4, 0.6],
        ],
        { causal: true },
      ),
    ).toMatch(/query 0 attends to the later key 1/);
    expect(check([[NaN, 1]])).toMatch(/no numbers/);
    expect(check([[3, -2]])).toMatch(/outside 0 to 1/);
    expect(checkMap(Float32Array.of(1), [1, 1, 1], { rowSum: 'one', causal: false, tolerance: 0 })).toMatch(
      /shape/,
    );
  });

  it('expects of rows what the model says of them', () => {
    expect(check([[0.4, 0.4]], { rowSum: 'at-most-one' })).toBeUndefined();
    expect(check([[0.8, 0.8]], { rowSum: 'at-most-one' })).toMatch(/not at most 1/);
    expect(check([[0.8, 0.8]], { rowSum: 'free' })).toBeUndefined();
  });
});
