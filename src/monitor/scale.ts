import type { FeatureKind } from '../protocol/measured/features';

/** Shares that are smaller, or as close to 1, count as equal: between 2 and 20 millionths there is nothing to see. */
const LEAST = 1e-3;

/**
 * A figure on the scale on which it is compared, where a step means the same everywhere: shares, entropies and sinks, 0
 * to 1, as log odds ln((v + ε) / (1 - v + ε)); a distance in tokens as ln(1 + v).
 */
export function toScale(name: FeatureKind, value: number): number {
  return name === 'distance' ? Math.log1p(value) : Math.log((value + LEAST) / (1 - value + LEAST));
}

/** The figure again. */
export function fromScale(name: FeatureKind, scaled: number): number {
  if (name === 'distance') return Math.expm1(scaled);
  const odds = Math.exp(scaled);
  return (odds * (1 + LEAST) - LEAST) / (1 + odds);
}
