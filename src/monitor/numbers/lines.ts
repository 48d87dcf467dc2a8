import { mean } from '../../statistics/moments';

/** A figure as a straight line over a number x, by least squares, and how far off it its values lie. */
export interface Line {
  n: number;
  meanX: number;
  meanY: number;
  /** Sum of (x - meanX)². */
  sxx: number;
  slope: number;
  /** Standard deviation of the residuals, by their degrees of freedom. */
  sd: number;
}

/** What a line says of a value, and by how many standard errors of the prediction the value is off. */
export interface Predicted {
  expected: number;
  z: number;
}

/** Values with fewer points than this have no line: two are always on one. */
const FEWEST = 3;

/**
 * The line of each column of `rows`, `[inputs][columns]`, over `x`, `[inputs]`; NaN values are left out. `null` for a
 * column of too few values or of equal ones, which says nothing of others. Where all x are equal the slope is 0. No
 * standard deviation is taken to be smaller than `least`.
 */
export function fitLines(
  x: readonly number[],
  rows: readonly Float32Array[],
  least: number,
): (Line | null)[] {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => {
    const known = rows.flatMap((row, at) => (Number.isNaN(row[column]!) ? [] : [at]));
    return fitLine(
      known.map((at) => x[at]!),
      known.map((at) => rows[at]![column]!),
      least,
    );
  });
}

function fitLine(x: readonly number[], y: readonly number[], least: number): Line | null {
  const n = x.length;
  if (n < FEWEST) return null;
  const meanX = mean(x);
  const meanY = mean(y);
  let [sxx, sxy, syy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - meanX, y[i]! - meanY];
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  const sloped = sxx > 1e-12 * n;
  const slope = sloped ? sxy / sxx : 0;
  const sd = Math.sqrt(Math.max(0, syy - slope * sxy) / (n - (sloped ? 2 : 1)));
  // What is left of equal values is rounding.
  if (!(sd > 1e-7 * Math.abs(meanY))) return null;
  return { n, meanX, meanY, sxx: sloped ? sxx : 0, slope, sd: Math.max(sd, least) };
}

/** The standard error is that of one new value: it grows away from the lengths that the line was made from. */
export function predict({ n, meanX, meanY, sxx, slope, sd }: Line, x: number, y: number): Predicted {
  const away = x - meanX;
  const expected = meanY + slope * away;
  const error = sd * Math.sqrt(1 + 1 / n + (sxx > 0 ? (away * away) / sxx : 0));
  return { expected, z: (y - expected) / error };
}
