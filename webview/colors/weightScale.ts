/** How weights become colours: 0 at `min`, 1 at `max` and above. `diverging`: from −`max` to `max`, for differences. */
export interface WeightScale {
  kind: 'linear' | 'log' | 'diverging';
  min: number;
  max: number;
  /** Some weights are above `max` and have its colour. */
  clipped: boolean;
}

/** Decades that a logarithmic scale shows. */
const DECADES = 4;

/** Share of the cells that a linear scale may clip, so that one weight does not darken all others. */
const CLIPPED_SHARE = 0.006;

/** Fewer cells than this are all worth telling apart. */
const FEW = 150;

/** Most cells looked at to find a scale. */
const SAMPLE = 65_536;

/** A scale that fits the weights; absent cells are NaN. */
export function fitScale(values: Float32Array, kind: WeightScale['kind']): WeightScale {
  if (kind === 'diverging') {
    const { max, clipped } = fitScale(values.map(Math.abs), 'linear');
    return { kind, min: -max, max, clipped };
  }
  let top = 0;
  for (const value of values) if (value > top) top = value;
  if (top === 0) return { kind, min: kind === 'log' ? 10 ** -DECADES : 0, max: 1, clipped: false };
  if (kind === 'log') return { kind, min: top / 10 ** DECADES, max: top, clipped: false };
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  const sample: number[] = [];
  for (let i = 0; i < values.length; i += step) if (values[i]! > 0) sample.push(values[i]!);
  if (sample.length < FEW) return { kind, min: 0, max: top, clipped: false };
  const sorted = Float32Array.from(sample).sort();
  const high = sorted[Math.floor((sorted.length - 1) * (1 - CLIPPED_SHARE))]!;
  const max = Math.min(top, roundUp(high));
  return { kind, min: 0, max, clipped: max < top };
}

/** Position of a weight on the ramp, 0 to 1. */
export function position(scale: WeightScale, weight: number): number {
  const at =
    scale.kind === 'log'
      ? Math.log(weight / scale.min) / Math.log(scale.max / scale.min)
      : (weight - scale.min) / (scale.max - scale.min);
  return at <= 0 ? 0 : at >= 1 ? 1 : at;
}

/** Weights to write beside the colour bar, lowest first: about `steps` of them above the lowest. */
export function scaleTicks(scale: WeightScale, steps: number): number[] {
  if (scale.kind === 'log') {
    const ticks: number[] = [];
    for (let power = Math.ceil(Math.log10(scale.min)); 10 ** power <= scale.max * 1.0001; power++)
      ticks.push(10 ** power);
    return ticks;
  }
  const isDiverging = scale.kind === 'diverging';
  // Rounded up by 2.5 at most, so that there is one to either side of 0 at least.
  const step = niceStep(scale.max / (isDiverging ? 2.5 : steps));
  const most = Math.floor((scale.max * 1.0001) / step);
  const least = isDiverging ? -most : 0;
  return Array.from({ length: most - least + 1 }, (_, i) => (least + i) * step);
}

/** The next of 1, 2, 5 times a power of ten. */
function niceStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const rest = value / power;
  return power * (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10);
}

/** Up to two significant digits. */
function roundUp(value: number): number {
  const power = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / power) * power;
}
