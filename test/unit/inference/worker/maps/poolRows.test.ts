import { describe, expect, it } from 'vitest';
import { poolRows } from '../../../../../src/inference/worker/maps/poolRows';

/** A map of 5 queries and 5 keys, in which the largest weight stands at another place in each square of cells. */
const map = Float32Array.from(
  [
    [0.9, 0.1, 0.2, 0.8, 0.3],
    [0.4, 0.5, 0.7, 0.6, 0.2],
    [0.1, 0.3, 0.2, 0.1, 0.6],
    [0.2, 0.8, 0.5, 0.4, 0.9],
    [0.7, 0.6, 0.1, 0.3, 0.5],
  ].flat(),
);
const row = (query: number) => map.subarray(5 * query, 5 * query + 5);
const shown = (weights: Float32Array) => [...weights].map((weight) => Number(weight.toFixed(1)));

describe('pooling', () => {
  it('takes the largest weight of each square, edges included', () => {
    const into = new Float32Array(9);
    poolRows(into, 3, 2, map, 5, 0, 5);
    expect(shown(into)).toEqual([0.9, 0.8, 0.3, 0.8, 0.5, 0.9, 0.7, 0.3, 0.5]);
  });

  it('gives the same, however the rows are cut into blocks', () => {
    const whole = new Float32Array(6);
    poolRows(whole, 3, 2, map, 5, -1, 3); // queries 1 to 3
    const pieces = new Float32Array(6);
    for (let query = 0; query < 5; query++) poolRows(pieces, 3, 2, row(query), 5, query - 1, 3);
    expect(pieces).toEqual(whole);
    expect(shown(whole)).toEqual([0.5, 0.7, 0.6, 0.8, 0.5, 0.9]);
  });

  it('leaves out rows before and after the part that is drawn', () => {
    const into = new Float32Array(5);
    poolRows(into, 5, 1, map, 5, -2, 1);
    expect(into).toEqual(row(2));
  });

  it('copies exactly without pooling, and leaves keys that a block lacks at 0', () => {
    const into = new Float32Array(10).fill(0);
    poolRows(into, 5, 1, Float32Array.of(0.5, 0.25, 0.25, 0.75), 2, 0, 2);
    expect([...into]).toEqual([0.5, 0.25, 0, 0, 0, 0.25, 0.75, 0, 0, 0]);
  });

  it('adds up each square where its sum is asked for, however the rows are cut', () => {
    const into = new Float32Array(9);
    for (let query = 0; query < 5; query++) poolRows(into, 3, 2, row(query), 5, query, 5, true);
    expect(shown(into)).toEqual([1.9, 2.3, 0.5, 1.4, 1.2, 1.5, 1.3, 0.4, 0.5]);
  });
});
