import { SCHEMA_VERSION } from '../protocol/analysis';
import type { ComparedBaselines, ComparedFeature, MonitorBaseline } from '../protocol/measured/monitor';
import { mean } from '../statistics/moments';
import { refuseMerging } from './baseline';
import { fit } from './fitted';
import { readReference, type Reference } from './reference';
import { fromScale } from './scale';

/**
 * Compares what two baselines say of inputs of the same length.
 *
 * @throws AttnscopeError `bad-input` where they are of different models or sections
 */
export function compareBaselines(before: MonitorBaseline, after: MonitorBaseline): ComparedBaselines {
  refuseMerging(before, { ...after, template: before.template });
  const both = [before, after].map(readReference) as [Reference, Reference];
  const lengths = both.map(({ rows }) => mean(rows.map((row) => row.length)));
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
    const [one, other] = at.map((blocks) => fromScale(name, blocks[0]![figure]!.value)) as [number, number];
    return [{ name, layer, head, ...(section ? { section } : {}), before: one, after: other, z: own }];
  });
  return {
    schemaVersion: SCHEMA_VERSION,
    kept: both.map(({ rows }) => rows.length),
    tokens: lengths.map(Math.exp),
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
