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

export const resampled = <T>(random: Random, list: readonly T[]): T[] => list.map(() => pick(random, list));
