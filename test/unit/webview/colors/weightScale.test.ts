import { describe, expect, test } from 'vitest';
import { fitScale, position, scaleTicks } from '../../../../webview/colors/weightScale';

describe('a linear scale', () => {
  test('of few cells reaches to the largest', () => {
    expect(fitScale(Float32Array.of(0.1, 0.4, NaN, 0), 'linear')).toMatchObject({ min: 0, clipped: false });
    expect(fitScale(Float32Array.of(0.1, 0.4, NaN, 0), 'linear').max).toBeCloseTo(0.4, 6);
  });

  test('of many cells is not spoilt by a handful of heavy ones, and says that it clips', () => {
    const values = Float32Array.from({ length: 10_000 }, (_, i) => (i < 20 ? 1 : 0.01 + (i % 100) / 10_000));
    const scale = fitScale(values, 'linear');
    expect(scale.max).toBeLessThan(0.05);
    expect(scale.clipped).toBe(true);
    expect(position(scale, 1)).toBe(1);
  });

  test('has round numbers beside it', () => {
    expect(scaleTicks({ kind: 'linear', min: 0, max: 0.42, clipped: false }, 4)).toEqual([0, 0.2, 0.4]);
  });
});

describe('a logarithmic scale', () => {
  const scale = fitScale(Float32Array.of(0, 0.001, 1), 'log');
  test('gives each power of ten the same length', () => {
    expect([1e-4, 1e-3, 1e-2, 1e-1, 1].map((weight) => position(scale, weight))).toEqual([
      0,
      expect.closeTo(0.25, 6),
      expect.closeTo(0.5, 6),
      expect.closeTo(0.75, 6),
      1,
    ]);
  });
  test('puts 0 at its lower end, and names powers of ten', () => {
    expect(position(scale, 0)).toBe(0);
    expect(scaleTicks(scale, 4)).toHaveLength(5);
  });
});

test('a map of nothing but zeros has a scale too', () => {
  for (const kind of ['linear', 'log'] as const) {
    const scale = fitScale(Float32Array.of(0, 0, NaN), kind);
    expect(position(scale, 0)).toBe(0);
    expect(scaleTicks(scale, 4).every(Number.isFinite)).toBe(true);
  }
});

describe('a scale of differences', () => {
  test('is as wide below 0 as above it, so that 0 is in its middle', () => {
    const scale = fitScale(Float32Array.of(0.1, -0.4, NaN, 0), 'diverging');
    expect([scale.min, scale.max]).toEqual([expect.closeTo(-0.4, 6), expect.closeTo(0.4, 6)]);
    expect(position(scale, 0)).toBe(0.5);
    expect([position(scale, -1), position(scale, 1)]).toEqual([0, 1]);
  });

  test('has 0 among the round numbers beside it', () => {
    const scale = { kind: 'diverging', min: -0.42, max: 0.42, clipped: false } as const;
    expect(scaleTicks(scale, 4)).toEqual([-0.4, -0.2, expect.closeTo(0), 0.2, 0.4]);
  });

  test('of nothing that changed is drawn as nothing', () => {
    expect(position(fitScale(Float32Array.of(0, 0), 'diverging'), 0)).toBe(0.5);
  });
});
