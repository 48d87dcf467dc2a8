import { fitLines, predict, type Line } from './numbers/lines';
import { meanSquareDistance, shrinkCovariance, type ShrunkCovariance } from './numbers/shrunkCovariance';
import type { ReferenceRow } from './reference';

/** What normal inputs are like in a block of figures: all heads' features, or the mean state after one layer. */
export interface FittedBlock {
  /** `[figures]`, over ln of the tokens. */
  lines: readonly (Line | null)[];
  /** Of the residuals, each in units of its own standard deviation. */
  covariance: ShrunkCovariance;
}

/**
 * Least standard deviation of a head's figure on its scale, where 0.02 is 2 % of the odds: a head that gives a section a
 * millionth, always, is not unusual where it gives two.
 */
const LEAST_CHANGE = 0.02;

/** The features of heads first, then the states of each layer. */
export type Fitted = readonly FittedBlock[];

/** How far an input is off in each block. */
export interface Distances {
  /** `[blocks]`: ln of the mean square distance; 0 is what an input of the reference has on average. */
  logs: number[];
  /** `[blocks][figures]`: each figure's own distance, see `predict`; 0 for figures without a line. */
  z: Float64Array[];
}

export function fit(rows: readonly ReferenceRow[]): Fitted {
  const length = rows.map((row) => row.length);
  return blocksOf(rows[0]!).map((_, block) => {
    const own = rows.map((row) => blocksOf(row)[block]!);
    const lines = fitLines(length, own, block === 0 ? LEAST_CHANGE : 0);
    const residuals = own.map((row, at) =>
      Float64Array.from(lines, (line, figure) => residual(line, length[at]!, row[figure]!)),
    );
    return { lines, covariance: shrinkCovariance(residuals) };
  });
}

export function distances(fitted: Fitted, row: ReferenceRow): Distances {
  const z = blocksOf(row).map((values, block) =>
    Float64Array.from(fitted[block]!.lines, (line, figure) => {
      const value = values[figure]!;
      return line && !Number.isNaN(value) ? predict(line, row.length, value).z : 0;
    }),
  );
  const logs = z.map((own, block) => Math.log(meanSquareDistance(fitted[block]!.covariance, own)));
  return { logs, z };
}

function blocksOf({ values, states }: ReferenceRow): readonly Float32Array[] {
  return [values, ...states];
}

function residual(line: Line | null, x: number, y: number): number {
  if (!line || Number.isNaN(y)) return 0;
  return (y - line.meanY - line.slope * (x - line.meanX)) / line.sd;
}
