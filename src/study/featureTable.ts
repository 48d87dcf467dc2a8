import { featureNames } from '../features/featureNames';
import type { StudyFeature } from '../protocol/measured/study';
import { PROMPT_FIGURES, type StudiedPrompt } from './studiedPrompt';

/** Numbers of the prompts, by feature. */
export interface FeatureColumn {
  feature: StudyFeature;
  kind: 'heads' | 'means' | 'prompt';
  /** `[prompt]`; NaN where a prompt has no such number. */
  values: Float64Array;
}

/** All numbers of all prompts: of each head, the means of a layer's heads and of all, and those of the whole prompt. */
export function featureTable(prompts: readonly StudiedPrompt[]): FeatureColumn[] {
  const names = featureNames(prompts[0]!.features.model);
  const heads = names.map((feature, at): FeatureColumn => ({
    feature,
    kind: 'heads',
    values: Float64Array.from(prompts, ({ features }) => features.values[at]!),
  }));
  const figures = PROMPT_FIGURES.map((name): FeatureColumn => ({
    feature: { name },
    kind: 'prompt',
    values: Float64Array.from(prompts, (prompt) => prompt.figures[name] ?? NaN),
  }));
  return [...heads, ...meansOf(heads), ...figures];
}

function meansOf(heads: readonly FeatureColumn[]): FeatureColumn[] {
  const groups = new Map<string, { feature: StudyFeature; columns: Float64Array[] }>();
  for (const { feature, values } of heads) {
    const { name, section, layer } = feature;
    for (const of of [{ layer }, {}]) {
      const mean: StudyFeature = { name, ...(section && { section }), ...of };
      const key = JSON.stringify(mean);
      const group = groups.get(key) ?? { feature: mean, columns: [] };
      groups.set(key, group);
      group.columns.push(values);
    }
  }
  return [...groups.values()].map(({ feature, columns }) => ({
    feature,
    kind: 'means',
    values: columns[0]!.map((_, prompt) => meanOf(columns, prompt)),
  }));
}

/** Over the heads that have the number: a layer may lack one. */
function meanOf(columns: readonly Float64Array[], prompt: number): number {
  let [sum, count] = [0, 0];
  for (const column of columns) {
    const value = column[prompt]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}
