import { expect, it } from 'vitest';
import { sectionMap } from '../../../../src/monitor/alerts/sectionMap';
import { monitoredFeatures } from '../../../../src/monitor/monitored';
import { openMonitor } from '../../../../src/monitor/monitor';
import type { Features } from '../../../../src/protocol/measured/features';
import { baselineOf, model, randomInputs } from '../madeUp';

const inputs = randomInputs(40, 3);
const input = randomInputs(1, 9)[0]!;
const monitor = openMonitor(baselineOf(inputs), 20);

/** What the baseline compares shares as: log odds, kept from 0 and 1 by 0.001 (docs/monitor.md). */
const LEAST = 1e-3;
const logOdds = (share: number) => Math.log((share + LEAST) / (1 - share + LEAST));

/** The line through (ln tokens, log odds) by the normal equations, at the input's length. */
function byLeastSquares(at: number): number {
  const x = inputs.map(({ tokens }) => Math.log(tokens));
  const y = inputs.map(({ values }) => logOdds(values[at]!));
  const sum = (of: (i: number) => number) => x.reduce((all, _, i) => all + of(i), 0);
  const [n, sx, sy] = [x.length, sum((i) => x[i]!), sum((i) => y[i]!)];
  const [sxx, sxy] = [sum((i) => x[i]! ** 2), sum((i) => x[i]! * y[i]!)];
  const slope = (n * sxy - sx * sy) / (n * sxx - sx ** 2);
  const odds = Math.exp((sy - slope * sx) / n + slope * Math.log(input.tokens));
  return (odds * (1 + LEAST) - LEAST) / (1 + odds);
}

it('is what each section gets, mean of heads, beside what inputs of that length have', () => {
  const map = sectionMap(monitor, input);
  expect(map.sections).toEqual(['user', 'template', 'sink']);
  const features = monitoredFeatures(model, map.sections);
  for (const [row, section] of map.sections.entries())
    for (let layer = 0; layer < model.layers; layer++) {
      const own = features.filter((f) => f.name === 'share' && f.section === section && f.layer === layer);
      expect(own).toHaveLength(model.heads);
      const mean = (of: (at: number) => number) => own.reduce((all, { at }) => all + of(at), 0) / own.length;
      expect(map.seen[row]![layer]).toBeCloseTo(
        mean((at) => input.values[at]!),
        6,
      );
      expect(map.expected[row]![layer]).toBeCloseTo(mean(byLeastSquares), 6);
    }
});

it('leaves out of both what is not known of a head', () => {
  const values = Float32Array.from(input.values);
  const [first, second] = monitoredFeatures(model, ['user', 'template', 'sink'])
    .filter(({ name, section, layer }) => name === 'share' && section === 'sink' && layer === 1)
    .map(({ at }) => at);
  values[first!] = NaN;
  const partly = sectionMap(monitor, { ...input, values } satisfies Features);
  expect(partly.seen[2]![1]).toBeCloseTo(input.values[second!]!, 6);
  expect(partly.expected[2]![1]).toBeCloseTo(byLeastSquares(second!), 6);
  values[second!] = NaN;
  const nothing = sectionMap(monitor, { ...input, values });
  expect([nothing.seen[2]![1], nothing.expected[2]![1]]).toEqual([null, null]);
});
