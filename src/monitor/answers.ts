import type { NextTokens } from '../protocol/measured/features';
import type { ReferenceInput } from '../protocol/measured/monitor';
import { floatsToText, textToFloats } from './floats';

/**
 * What a model says next after normal inputs: the mean of their distributions. A token that is not among the likeliest
 * of an input has its even share of what these leave over.
 */
export interface MeanAnswer {
  vocabulary: number;
  /** Of a token that is among the likeliest of no input. */
  base: number;
  /** How much likelier than `base` the others are. */
  above: ReadonlyMap<number, number>;
}

/** No share that is left over is smaller: a sum of probabilities is only nearly 1. */
const LEAST_LEFT = 1e-9;

/** As a baseline keeps it: token, probability, token, … as 32-bit floats in base64. */
export function answerToText({ tokens }: NextTokens): string {
  return floatsToText(Float32Array.from(tokens.flatMap(({ id, probability }) => [id, probability])));
}

/** `null` where an input's distribution is not kept, or what is kept is damaged or of another vocabulary. */
export function meanAnswer(reference: readonly Pick<ReferenceInput, 'next'>[]): MeanAnswer | null {
  const all = reference.map(({ next }) => next && answerOf(next));
  const vocabulary = all[0]?.vocabulary;
  if (!vocabulary || !all.every((one) => one?.vocabulary === vocabulary)) return null;
  let base = 0;
  const above = new Map<number, number>();
  for (const one of all as NextTokens[]) {
    const left = leftOver(one);
    base += left / all.length;
    for (const { id, probability } of one.tokens)
      above.set(id, (above.get(id) ?? 0) + (probability - left) / all.length);
  }
  return { vocabulary, base, above };
}

/** KL(p‖q) = Σ p ln(p/q) in nats, p being what the model says next after an input and q the mean of the reference. */
export function answerDivergence(mean: MeanAnswer | null, next: NextTokens | null): number | null {
  if (!mean || next?.vocabulary !== mean.vocabulary) return null;
  const left = leftOver(next);
  const own = new Map(next.tokens.map(({ id, probability }) => [id, probability]));
  const named = new Set([...own.keys(), ...mean.above.keys()]);
  let sum = 0;
  for (const id of named) {
    const p = own.get(id) ?? left;
    if (p > 0) sum += p * Math.log(p / (mean.base + (mean.above.get(id) ?? 0)));
  }
  return Math.max(0, sum + (mean.vocabulary - named.size) * left * Math.log(left / mean.base));
}

function answerOf({ vocabulary, likeliest }: NonNullable<ReferenceInput['next']>): NextTokens | null {
  const count = Math.floor((likeliest.length * 3) / 4 / 8);
  const floats = textToFloats(likeliest, 2 * count);
  if (!floats) return null;
  const tokens = Array.from({ length: count }, (_, i) => ({
    id: floats[2 * i]!,
    probability: floats[2 * i + 1]!,
  }));
  return { vocabulary, tokens };
}

/** What each token has that is not among the likeliest. */
function leftOver({ vocabulary, tokens }: NextTokens): number {
  const told = tokens.reduce((sum, { probability }) => sum + probability, 0);
  return Math.max(LEAST_LEFT, 1 - told) / Math.max(1, vocabulary - tokens.length);
}
