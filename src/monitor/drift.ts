import { randomFrom, shuffled } from '../statistics/random';
import { gramOf } from './numbers/shrunkCovariance';

/** How many inputs are taken together to look for a drift of states. */
export const DRIFT_WINDOW = 20;
/** Random windows of the reference that the limit is taken from. */
const WINDOWS = 2000;
const SEED = 1;

/** What windows of reference inputs are like; `drift` of a window of new ones is compared with it. */
export interface DriftReference {
  inputs: number;
  /** Ascending: the drift of random windows of the reference, as windows of new inputs would have it. */
  drifts: Float64Array;
}

/**
 * The drift of W inputs: W · mean over figures of (mean over inputs of z)². Its distribution is that of random windows
 * of the reference, of inputs scored by fits that had not seen them. Such windows are drawn from the n inputs that set
 * the mean, so their means vary by 1/W - 1/n where those of new inputs vary by 1/W + 1/n: they are scaled by the ratio.
 * `null` where the reference holds less than two windows.
 */
export function driftLimits(z: readonly (readonly Float64Array[])[]): DriftReference | null {
  const [n, inputs] = [z.length, DRIFT_WINDOW];
  if (n < 2 * inputs) return null;
  const rows = z.map(joined);
  const gram = gramOf(rows);
  const random = randomFrom(SEED);
  const all = z.map((_, input) => input);
  const drifts = Float64Array.from({ length: WINDOWS }, () => {
    const chosen = shuffled(random, all).slice(0, inputs);
    let sum = 0;
    for (const i of chosen) for (const j of chosen) sum += gram[i * n + j]!;
    return (sum / inputs / rows[0]!.length) * ((n + inputs) / (n - inputs));
  });
  return { inputs, drifts: drifts.sort() };
}

/** Above which drift one window in `oneIn` of normal inputs lies. */
export function driftLimit({ drifts }: DriftReference, oneIn: number): number {
  const at = drifts.length - Math.floor((drifts.length + 1) / oneIn);
  return drifts[Math.min(at, drifts.length - 1)]!;
}

/** `sum`: of the z of `inputs` inputs. */
export function driftOf(sum: Float64Array, inputs: number): number {
  return sum.reduce((total, value) => total + value * value, 0) / inputs / sum.length;
}

export function joined(blocks: readonly Float64Array[]): Float64Array {
  return Float64Array.from(blocks.flatMap((block) => [...block]));
}
