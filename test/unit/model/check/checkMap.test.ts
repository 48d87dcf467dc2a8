import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../../src/model/check/check';
import type { Check } from '../../../../src/protocol/requests/doctor';
import { checkMap, type MapExpectation } from '../../../../src/model/check/checkMap';

const check = (rows: number[][], expectation: Partial<MapExpectation> = {}): Check[] =>
  checkMap(Float32Array.from(rows.flat()), [1, 1, rows.length, rows[0]!.length], {
    rowSum: 'one',
    tolerance: 1e-3,
    ...expectation,
  });
const named = (checks: Check[], name: Check['name']) => checks.find((one) => one.name === name);
const failed = (checks: Check[]) => checks.filter(({ passed }) => !passed).map(({ name }) => name);

describe('checkMap', () => {
  it('passes what an attention map is, and says what was measured', () => {
    const plain = check([
      [1, 0],
      [0.4, 0.6002],
    ]);
    expect(failed(plain)).toEqual([]);
    expect(plain.map(({ name }) => name)).toEqual(['shape', 'numbers', 'range', 'row-sums', 'causal']);
    expect(named(plain, 'row-sums')).toMatchObject({ limit: 1e-3, why: null });
    expect(named(plain, 'row-sums')?.figure).toBeCloseTo(2e-4, 6);
    // Two keys in a cache before the first query.
    const behindCache = check([
      [0.2, 0.3, 0.5, 0],
      [0.1, 0.2, 0.3, 0.4],
    ]);
    expect(failed(behindCache)).toEqual([]);
    // A query that sees no key at all.
    const masked = check([
      [0, 0],
      [0.4, 0.6],
    ]);
    expect(failed(masked)).toEqual([]);
  });

  it('says for every check, by its name, how far a map is off, and where first', () => {
    const checks = check([
      [0.4, 0.4],
      [NaN, 1],
      [3, -2.5],
      [0.1, 0.2],
    ]);
    expect(failed(checks)).toEqual(['numbers', 'range', 'row-sums', 'causal']);
    expect(named(checks, 'numbers')).toMatchObject({ figure: 1, limit: 0 });
    expect(named(checks, 'numbers')?.why).toMatch(/^row 1 holds values that are no numbers/);
    expect(named(checks, 'range')).toMatchObject({ figure: 2.5, limit: 1e-3 });
    expect(named(checks, 'range')?.why).toMatch(/^row 2 holds the weight -2\.50, outside 0 to 1/);
    expect(named(checks, 'row-sums')?.figure).toBeCloseTo(0.7, 6);
    expect(named(checks, 'row-sums')?.why).toMatch(/^row 0 sums to 0\.8000, not 1/);
    expect(refusalOf(checks)).toBe(named(checks, 'numbers')?.why);
  });

  it('recognises by its shape alone what is not a map', () => {
    const checks = checkMap(Float32Array.of(1), [1, 1, 1], { rowSum: 'one', tolerance: 0 });
    expect(failed(checks)).toEqual(['shape']);
    expect(refusalOf(checks)).toMatch(/shape \[1, 1, 1\]/);
  });

  it('measures what is seen of later keys, which is no reason to refuse', () => {
    const checks = check([
      [0.7, 0.3],
      [0.4, 0.6],
    ]);
    expect(named(checks, 'causal')).toMatchObject({ passed: false, limit: 0 });
    expect(named(checks, 'causal')?.figure).toBeCloseTo(0.3, 6);
    expect(named(checks, 'causal')?.why).toMatch(/query 0 attends to the later key 1/);
    expect(refusalOf(checks)).toBeUndefined();
    // However small.
    expect(named(check([[1, 1e-12]].concat([[0.5, 0.5]])), 'causal')?.passed).toBe(false);
  });

  it('expects of rows what the model says about them', () => {
    expect(failed(check([[0.4, 0.4]], { rowSum: 'at-most-one' }))).toEqual([]);
    const over = check([[0.8, 0.8]], { rowSum: 'at-most-one' });
    expect(refusalOf(over)).toMatch(/not at most 1/);
    expect(failed(check([[0.8, 1.8]], { rowSum: 'free' }))).toEqual([]);
  });
});
