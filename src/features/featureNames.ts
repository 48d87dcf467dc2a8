import { Section, type FeatureName } from '../protocol/measured/features';
import { METRICS } from '../protocol/requests/heads';

/** The features of each head: its share of every section, then its metrics. */
const OF_A_HEAD: readonly Pick<FeatureName, 'name' | 'section'>[] = [
  ...Section.options.map((section) => ({ name: 'share' as const, section })),
  ...METRICS.map((name) => ({ name })),
];

/** What the numbers of `Features.values` are, in their order: by layer, then head; the same for all prompts of a model. */
export function featureNames({ layers, heads }: { layers: number; heads: number }): FeatureName[] {
  return Array.from({ length: layers }, (_, layer) =>
    Array.from({ length: heads }, (_, head) => OF_A_HEAD.map((one) => ({ ...one, layer, head }))),
  ).flat(2);
}
