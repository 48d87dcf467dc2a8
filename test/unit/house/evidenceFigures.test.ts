import { expect, it } from 'vitest';
import { auroc, shareAbove, thresholdAt } from '../../../src/calibration/figures';

it('counts pairs in the right order, ties half', () => {
  const planted = [3, 1, 2, 2];
  const clean = [2, 0, 1];
  const pairs: number[] = planted.flatMap((p) => clean.map((c) => (p > c ? 1 : p === c ? 0.5 : 0)));
  const mean = pairs.reduce((sum, pair) => sum + pair, 0) / pairs.length;
  expect(auroc(planted, clean)).toBeCloseTo(mean, 12);
});

it('lets a threshold pass no more clean texts than it may, ties included', () => {
  const clean = [5, 5, 5, ...Array.from({ length: 97 }, (_, i) => i / 100)];
  for (const share of [0.005, 0.01, 0.02, 0.03, 0.05]) {
    expect(shareAbove(clean, thresholdAt(clean, share))).toBeLessThanOrEqual(share);
  }
  // Three of a hundred are tied at the top: a threshold for 3 % passes just these.
  expect(shareAbove(clean, thresholdAt(clean, 0.03))).toBe(0.03);
});
