import { FOLDS, type Deal } from './texts';
import type { Measured } from './crossValidate';

/** How much each head's reading position gives the instruction, of one text. */
export interface HeadShares {
  file: number;
  planted: boolean;
  /** `[heads of all layers]` */
  shares: ArrayLike<number>;
}

/** By how many standard deviations the two kinds have to stand apart in a head that counts. */
const APART = 4;

/**
 * Heads whose attention to the instruction falls where something else speaks up: mean - 4 standard deviations of clean
 * texts lies above mean + 4 of planted ones. The rule of Attention Tracker (Hung et al. 2024, arXiv 2411.00348).
 */
export function trackingHeads(texts: readonly HeadShares[], apart = APART): number[] {
  const clean = texts.filter(({ planted }) => !planted);
  const poisoned = texts.filter(({ planted }) => planted);
  const count = texts[0]?.shares.length ?? 0;
  return Array.from({ length: count }, (_, head) => head).filter((head) => {
    const a = spread(clean, head);
    const b = spread(poisoned, head);
    return a.mean - apart * a.deviation > b.mean + apart * b.deviation;
  });
}

/**
 * Each text's score by heads chosen on the other parts: minus the mean share of those that stand apart; of a part where
 * none does, the bar is lowered by halves until some do.
 */
export function measureHeads(texts: readonly HeadShares[], dealt: Deal): Measured[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = texts.filter(({ file }) => dealt.file(file) !== fold);
    let heads: number[] = [];
    for (let apart = APART; heads.length === 0 && apart > 0.01; apart /= 2)
      heads = trackingHeads(others, apart);
    return texts
      .filter(({ file }) => dealt.file(file) === fold)
      .map(({ file, planted, shares }): Measured => {
        const given = heads.reduce((sum, head) => sum + shares[head]!, 0);
        const best = heads.length === 0 ? 0 : -given / heads.length;
        return { file, fold, planted, best, found: planted ? best : null };
      });
  }).flat();
}

function spread(texts: readonly HeadShares[], head: number): { mean: number; deviation: number } {
  const values = texts.map(({ shares }) => shares[head]!).filter((value) => !Number.isNaN(value));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(square) };
}
