import { featureNames } from '../../../src/features/featureNames';
import type { StudyClass } from '../../../src/protocol/measured/study';
import { randomFrom } from '../../../src/statistics/random';
import type { StudiedPrompt } from '../../../src/study/studiedPrompt';

const MODEL = { name: 'made', sha256: '00', layers: 2, heads: 3 };
export const NAMES = featureNames(MODEL);

/** A feature of one head. */
export const placeOf = (name: string, layer: number, head: number) =>
  NAMES.findIndex((one) => one.name === name && one.layer === layer && one.head === head);

/** Roughly normal, of mean 0 and deviation 1. */
const bell = (random: () => number) => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);

/**
 * Made-up measurements of 3 × `each` prompts: noise, but that `entropy` of layer 1, head 2 is larger in injections, and
 * that `sink` of layer 0, head 0 follows the length alone. `longer`: by how much injections are longer, in ln tokens.
 */
export function madePrompts(each: number, { seed = 1, longer = 0 } = {}): StudiedPrompt[] {
  const random = randomFrom(seed);
  return (['normal', 'jailbreak', 'injection'] as const).flatMap((kind: StudyClass) =>
    Array.from({ length: each }, (_, i): StudiedPrompt => {
      const ln = 5 + 0.3 * bell(random) + (kind === 'injection' ? longer : 0);
      const tokens = Math.round(Math.exp(ln));
      const values = Float32Array.from(NAMES, () => bell(random));
      values[placeOf('entropy', 1, 2)]! += kind === 'injection' ? 1.5 : 0;
      values[placeOf('sink', 0, 0)] = Math.log(tokens) + 0.02 * bell(random);
      const anomaly = bell(random);
      return {
        line: {
          id: `${kind}-${i}`,
          text: 'x'.repeat(3 * tokens),
          class: kind,
          language: i % 2 ? 'en' : 'de',
          group: `${kind}/${i % 5}`,
          canary: 'KITE-1234',
          ...(kind === 'normal' ? {} : { marks: ['HERON-12'] }),
        },
        features: { model: MODEL, tokens, sections: [], values, states: null, next: null },
        figures: {
          anomaly: kind === 'normal' && i % 2 === 0 ? null : anomaly,
          publishedAnomalies: random(),
          publishedWithoutSink: random(),
          unusualRows: 0,
          instructionProbe: bell(random),
          dataProbe: null,
          nextEntropy: random(),
          nextProbability: random(),
          leftOutKl: random(),
        },
        behaviour: {
          tokens: 24,
          checks: {
            'refusal-en': false,
            'refusal-de': false,
            'refusal-zh': false,
            canary: anomaly > 0.5,
            ...(kind === 'normal' ? {} : { followed: i % 2 === 0 }),
          },
          kl: null,
          wanted: kind === 'normal' ? null : anomaly - 3,
        },
        reference: kind === 'normal' && i % 2 === 0,
      };
    }),
  );
}
