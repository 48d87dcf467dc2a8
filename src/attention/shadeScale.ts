/** Steps of weight that have a shade. */
export const SHADES = 5;

/** Where the steps of shades begin, the faintest first; weights below the first have none. */
export type ShadeScale = readonly number[];

/**
 * The largest of 1, 2, 5 times a power of ten up to the largest weight, and the ones before it: a logarithmic scale of
 * about one and a half decades with figures that can be read. Empty where there is no weight.
 */
export function shadeScale(largest: number): ShadeScale {
  if (!(largest > 0)) return [];
  const bounds: number[] = [];
  // One power above: a logarithm may end a rounding below the power that it is of.
  for (let power = Math.floor(Math.log10(largest)) + 1; bounds.length < SHADES; power--) {
    for (const digit of [5, 2, 1]) {
      const bound = Number(`${digit}e${power}`);
      if (bound <= largest && bounds.length < SHADES) bounds.unshift(bound);
    }
  }
  return bounds;
}

/** The step of a weight: 0 for none, else its shade counted from 1. */
export function shadeStep(scale: ShadeScale, weight: number): number {
  let step = 0;
  while (step < scale.length && weight >= scale[step]!) step++;
  return step;
}
