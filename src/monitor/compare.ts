import { refuseMerging } from './baseline';
import type { FeatureName } from '../protocol/measured/features';
import type { MonitorBaseline } from '../protocol/measured/monitor';
import { fit } from './fitted';
import { readReference, type Reference } from './reference';

/** A feature in two baselines, at the same length. */
export type ComparedFeature = FeatureName & {
  /** What inputs of the mean length of both have, by each. */
  before: number;
  after: number;
  /** Difference over its standard error, as of two independent samples. */
  z: number;
};

/** How two baselines of one model differ. */
export interface ComparedBaselines {
  inputs: [number, number];
  /** Mean tokens of the reference inputs: the geometric mean. */
  tokens: [number, number];
  /** By |z|, the largest first. */
  features: ComparedFeature[];
  /** Root mean square, over the figures of a layer's mean state, of the difference in standard errors; about 1 if alike. */
  states: { layer: number; distance: number }[];
}

/**
 * Compares what two baselines say of inputs of the same length.
 *
 * @throws AttnscopeError `bad-input` where they are of different models or sections
 */
export function compareBaselines(before: MonitorBaseline, after: MonitorBaseline): ComparedBaselines {
  refuseMerging(before, { ...after, template: before.template });
  const both = [before, after].map(readReference) as [Reference, Reference];
  const lengths = both.map(({ rows }) => rows.reduce((sum, { length }) => sum + length, 0) / rows.length);
  const length = (lengths[0]! + lengths[1]!) / 2;
  const at = both.map(({ rows }) =>
    fit(rows).map(({ lines }) => lines.map((line) => line && valueAt(line, length))),
  );
  const z = at[0]!.map((block, b) =>
    block.map((one, figure) => {
      const other = at[1]![b]![figure];
      return one && other ? (other.value - one.value) / Math.hypot(one.error, other.error) : null;
    }),
  );
  const features = both[0].features.flatMap(({ name, layer, head, section }, figure): ComparedFeature[] => {
    const own = z[0]![figure];
    if (own === null || own === undefined) return [];
    const [one, other] = at.map((blocks) => blocks[0]![figure]!.value) as [number, number];
    return [{ name, layer, head, ...(section ? { section } : {}), before: one, after: other, z: own }];
  });
  return {
    inputs: [before.inputs, after.inputs],
    tokens: [Math.exp(lengths[0]!), Math.exp(lengths[1]!)],
    features: features.sort((a, b) => Math.abs(b.z) - Math.abs(a.z)),
    states: both[0].layers.map((layer, block) => ({ layer, distance: rootMeanSquare(z[block + 1]!) })),
  };
}

function valueAt(line: NonNullable<ReturnType<typeof fit>[number]['lines'][number]>, x: number) {
  const away = x - line.meanX;
  return {
    value: line.meanY + line.slope * away,
    error: line.sd * Math.sqrt(1 / line.n + (line.sxx > 0 ? (away * away) / line.sxx : 0)),
  };
}

function rootMeanSquare(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return Math.sqrt(known.reduce((sum, value) => sum + value * value, 0) / Math.max(1, known.length));
}
