import type { Features, MeanStates, NextTokens, SectionTokens } from '../protocol/measured/features';
import type { HeadsRead } from '../protocol/requests/heads';
import { featureNames } from './featureNames';

/** What the model was asked about one prompt. */
export interface Read {
  model: Features['model'];
  tokens: number;
  sections: readonly SectionTokens[];
  /** `sets`: one per section. */
  heads: Pick<HeadsRead, 'metrics' | 'sets'>;
  states: MeanStates | null;
  next: NextTokens | null;
}

/** Puts what was read of a prompt into the order of `featureNames`. */
export function inputFeatures({ model, tokens, sections, heads, states, next }: Read): Features {
  const shares = new Map(sections.map(({ section }, set) => [section, heads.sets[set]!.reading]));
  const values = featureNames(model).map(({ name, layer, head, section }) => {
    const table = name === 'share' ? shares.get(section!) : heads.metrics[name];
    return table?.[layer]?.[head] ?? NaN;
  });
  const { name, sha256, layers, heads: count } = model;
  return {
    model: { name, sha256, layers, heads: count },
    tokens,
    sections,
    values: Float32Array.from(values),
    ...{ states, next },
  };
}
