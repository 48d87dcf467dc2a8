import { normalQuantile } from './distributions';
import { LEVEL, type Estimate } from './interval';

/** A share with Wilson's interval (1927), which stays within 0 and 1. */
export function wilson(shown: number, of: number, level = LEVEL): Estimate {
  const z = normalQuantile((1 + level) / 2);
  const value = shown / of;
  const middle = (value + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((value * (1 - value)) / of + z ** 2 / (4 * of ** 2));
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
