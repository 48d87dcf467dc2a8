/** An estimate with the ends of its confidence interval. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** The level of intervals where none is named. */
export const LEVEL = 0.95;
