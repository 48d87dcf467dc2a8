import { featureNames } from '../features/featureNames';
import type { FeatureKind, FeatureName, Features, Section } from '../protocol/measured/features';

/** What is watched of a head; the other metrics follow how often a text repeats its words. */
const WATCHED: readonly FeatureKind[] = ['share', 'entropy', 'sink', 'distance'];

/** A feature that a baseline keeps, and its place among all features of a model. */
export type Monitored = FeatureName & { at: number };

/** What a baseline of prompts with these sections keeps, in the order of `featureNames`. */
export function monitoredFeatures(
  model: { layers: number; heads: number },
  sections: readonly Section[],
): Monitored[] {
  return featureNames(model).flatMap((feature, at) => {
    const { name, section } = feature;
    const isThere = section === undefined || sections.includes(section);
    return WATCHED.includes(name) && isThere ? [{ ...feature, at }] : [];
  });
}

/** Those of an input. */
export function monitoredValues({ values }: Features, monitored: readonly Monitored[]): Float32Array {
  return Float32Array.from(monitored, ({ at }) => values[at]!);
}
