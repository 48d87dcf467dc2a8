import type { Random } from '../statistics/random';
import { ranksOf } from '../statistics/ranks';
import { pick } from './plants/random';

/** Probability that a planted text scores above a clean one, ties half. */
export function auroc(planted: readonly number[], clean: readonly number[]): number {
  const n = planted.length;
  const { ranks } = ranksOf([...planted, ...clean]);
  const sum = ranks.subarray(0, n).reduce((total, rank) => total + rank, 0);
  return (sum - (n * (n + 1)) / 2) / (n * clean.length);
}

/** The lowest threshold that at most `share` of the clean scores reach. */
export function thresholdAt(clean: readonly number[], share: number): number {
  const ordered = [...clean].sort((a, b) => b - a);
  const allowed = Math.floor(share * ordered.length);
  const next = ordered[allowed];
  // Just above the first score that must not be flagged.
  return next === undefined ? -Infinity : next + Math.max(1e-9, Math.abs(next) * 1e-9);
}

export const shareAbove = (scores: readonly number[], threshold: number): number =>
  scores.length === 0 ? NaN : scores.filter((score) => score >= threshold).length / scores.length;

/** The middle 95 % of a figure over samples drawn with replacement. */
export function interval(figure: () => number, rounds = 200): [low: number, high: number] {
  const values = Array.from({ length: rounds }, () => figure()).sort((a, b) => a - b);
  return [values[Math.floor(0.025 * rounds)]!, values[Math.ceil(0.975 * rounds) - 1]!];
}

export const resampled = <T>(random: Random, list: readonly T[]): T[] => list.map(() => pick(random, list));

/** Wilson's 95 % interval of a share. */
export function wilson(hits: number, of: number): [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}
