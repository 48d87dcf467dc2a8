import { addInput, emptyBaseline } from '../../../src/monitor/baseline';
import { featureNames } from '../../../src/features/featureNames';
import { monitoredFeatures } from '../../../src/monitor/monitored';
import { fromScale } from '../../../src/monitor/scale';
import type { Features, Section } from '../../../src/protocol/measured/features';
import type { MonitorBaseline } from '../../../src/protocol/measured/monitor';

/** Of the figures that a baseline of these sections keeps. */
const NAMES = Array.from(
  { length: 4 },
  () => ['share', 'share', 'share', 'entropy', 'sink', 'distance'] as const,
).flat();
const SECTIONS: readonly Section[] = ['user', 'template', 'sink'];
export const model = { name: 'made up', sha256: 'a1', layers: 2, heads: 2 };

/** Features of an input, from the numbers that a baseline of its sections keeps. */
export function featuresOf(input: { tokens: number; values: number[]; states: number[] }): Features {
  const values = new Float32Array(featureNames(model).length).fill(NaN);
  monitoredFeatures(model, SECTIONS).forEach(({ at }, place) => (values[at] = input.values[place]!));
  return {
    model,
    tokens: input.tokens,
    sections: SECTIONS.map((section) => ({ section, runs: [], tokens: 1 })),
    values,
    states: { layers: [0, 1], hidden: 8, means: Float32Array.from(input.states) },
    next: null,
  };
}

export function baselineOf(
  inputs: readonly Features[],
  keep = 200,
  names?: readonly string[],
): MonitorBaseline {
  return inputs.reduce(
    (baseline, features, at) =>
      addInput(baseline, { sha256: names?.[at] ?? String(at).padStart(4, '0'), features }),
    emptyBaseline(inputs[0]!, null, { version: '0', keep }),
  );
}

/** Inputs that follow nothing but a seed. `moved`: by how much all their figures lie higher. */
export function randomInputs(count: number, seed: number, moved = 0): Features[] {
  let state = seed * 7919;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => {
    const tokens = 20 + Math.floor(random() * 300);
    const values = Array.from({ length: 24 }, (_, at) =>
      fromScale(NAMES[at]!, (Math.log(tokens) + normal() + moved) / 4),
    );
    return featuresOf({ tokens, values, states: Array.from({ length: 16 }, () => normal() + moved) });
  });
}
