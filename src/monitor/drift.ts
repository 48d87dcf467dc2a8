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
  const random = mulberry32(SEED);
  const drifts = Float64Array.from({ length: WINDOWS }, () => {
    const chosen = sample(n, inputs, random);
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

/** `count` different numbers below `n`. */
function sample(n: number, count: number, random: () => number): number[] {
  const all = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (n - i));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all.slice(0, count);
}

/** Tommy Ettinger's generator: the same numbers from 0 to 1 on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
