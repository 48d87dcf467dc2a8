import { describe, expect, test } from 'vitest';
import { compareRows, logit } from '../../../../src/attention/anomalies/compareRows';
import { rowPeaks } from '../../../../src/attention/anomalies/rowPeaks';
import { createRowReader } from '../../../../src/attention/summary/rows';
import type { RowBaseline } from '../../../../src/protocol/learned/baseline';

test('the key a row rests on is neither the sink nor the query, unless there is no sink', () => {
  const tokens = Array.from({ length: 4 }, (_, id) => ({
    id,
    text: 'x',
    origin: 'source' as const,
    start: null,
    end: null,
    segment: null,
  }));
  const setup = {
    layers: 1,
    heads: 1,
    causal: true,
    reading: { kind: 'last' as const, token: 3 },
    tokens,
    specialIds: new Set<number>(),
    segments: [],
    spans: [],
    sink: 0,
  };
  const mean = Float32Array.of(1, 0, 0, 0, 0.5, 0.5, 0, 0, 0.5, 0.25, 0.25, 0, 0.125, 0.25, 0.125, 0.5);
  const peaksOf = (hasSink: boolean) => {
    const peaks = rowPeaks(setup);
    const block = { layer: 0, firstQuery: 0, queries: 4, keys: 4, mean };
    createRowReader(setup).read(block, peaks.addRow);
    const { weights, focus } = peaks.finish(hasSink);
    return { weights: [...weights[0]!], focus: [...focus[0]!] };
  };
  expect(peaksOf(true)).toEqual({ weights: [0, 0, 0.25, 0.25], focus: [0, 0, 1, 1] });
  expect(peaksOf(false)).toEqual({ weights: [0, 0.5, 0.5, 0.25], focus: [0, 0, 0, 1] });
});

describe('rows against clean texts', () => {
  /** Ordinary rows are at 0.1 from 4 keys on, at 0.2 from 8 on; nothing is known beyond 100. */
  const cell = (weight: number) => ({ median: logit(weight), upper: logit(weight) + 1, excess: 0.25 });
  const baseline: RowBaseline = {
    keysFrom: [4, 8, 100],
    tail: 0.05,
    perLayer: [[cell(0.1), cell(0.2)]],
  };
  const compare = (weights: number[]) =>
    compareRows(
      { weights: [Float32Array.from(weights)], focus: [new Uint32Array(weights.length)] },
      baseline,
      (query) => query + 1,
    );
  const ordinary: number[] = Array.from({ length: 120 }, (_, query) => (query < 7 ? 0.1 : 0.2));

  test('say what was expected and how rare what is seen is there', () => {
    const seen = ordinary.with(5, 0.7).with(20, 0.7);
    const { tests, unusual, items } = compare(seen);
    expect(tests).toBe(96);
    expect(unusual).toBe(1);
    expect(items.map(({ output, concentration }) => [output, concentration])).toEqual([
      [5, Math.fround(0.7)],
      [20, Math.fround(0.7)],
    ]);
    expect(items.map(({ expected }) => expected)).toEqual([expect.closeTo(0.1), expect.closeTo(0.2)]);
    const p = (weight: number, usual: number) => 0.05 * Math.exp(-(logit(weight) - logit(usual) - 1) / 0.25);
    expect(items.map((item) => item.p)).toEqual([
      expect.closeTo(p(0.7, 0.1), 6),
      expect.closeTo(p(0.7, 0.2), 6),
    ]);
  });

  test('the same weight is ordinary where clean texts have it', () => {
    expect(compare(ordinary).items).toEqual([]);
    // A weight above the ordinary alone is ranked, and is no discovery among so many rows.
    const { unusual, items } = compare(ordinary.with(20, 0.45));
    expect(items).toHaveLength(1);
    expect(unusual).toBe(0);
  });
});
