/** With so many scores of the reference above it, a threshold is one of them; with fewer their tail is modelled. */
const ENOUGH_ABOVE = 10;
/** How much of the reference the tail is: the more scores tell its mean excess, the steadier is the threshold. */
const TAIL = 0.3;

/**
 * Above which a new score lies once in `oneIn` times, on average over references.
 *
 * Where ten of the n scores and more lie above it, it is the score number n + 1 - ⌊(n + 1)/N⌋ from below, whatever the
 * scores are like (split conformal prediction; Vovk et al. 2005). Else the k largest, 30 % and at least ten, are taken
 * for exponential above the next one, u, as tails of maxima are (Pickands 1975, with shape 0). With their mean excess m
 * the threshold is u + k m ((k N / n)^(1/k) - 1): of the distribution that a new score has when m is known from k scores
 * alone, Lomax's of shape k, and so above the quantile of the fitted exponential.
 *
 * @param sorted ascending, more than ten
 */
export function thresholdAbove(sorted: readonly number[], oneIn: number): number {
  const n = sorted.length;
  const above = Math.floor((n + 1) / oneIn);
  if (above >= ENOUGH_ABOVE) return sorted[n - above]!;
  const k = Math.max(ENOUGH_ABOVE, Math.round(TAIL * n));
  const from = sorted[n - k - 1]!;
  const excess = sorted.slice(n - k).reduce((sum, score) => sum + score - from, 0) / k;
  return from + k * excess * (((k * oneIn) / n) ** (1 / k) - 1);
}
