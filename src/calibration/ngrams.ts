import { randomFrom, shuffled } from '../statistics/random';

const BUCKETS = 2 ** 18;
const EPOCHS = 6;

/** Hashes of the 3- to 5-grams of a text's characters, lower case, each once. */
function features(text: string): Uint32Array {
  const plain = ` ${text.toLowerCase().replace(/\s+/g, ' ')} `;
  const found = new Set<number>();
  for (let start = 0; start < plain.length; start += 1) {
    let hash = 2_166_136_261;
    for (let length = 1; length <= 5 && start + length <= plain.length; length += 1) {
      hash = Math.imul(hash ^ plain.charCodeAt(start + length - 1), 16_777_619) >>> 0;
      if (length >= 3) found.add(((hash ^ (hash >>> 15)) >>> 0) % BUCKETS);
    }
  }
  return Uint32Array.from(found);
}

/** A logistic regression on hashed character n-grams of sentences, fitted by AdaGrad: what phrases alone can tell. */
export function fitNgrams(
  training: readonly { text: string; planted: boolean }[],
): (sentence: string) => number {
  const examples = training.map(({ text, planted }) => ({ found: features(text), planted }));
  const weights = new Float64Array(BUCKETS);
  const squares = new Float64Array(BUCKETS).fill(1e-6);
  let bias = 0;
  const logit = (found: Uint32Array): number => {
    let sum = 0;
    for (const bucket of found) sum += weights[bucket]!;
    return bias + sum / Math.sqrt(found.length || 1);
  };
  const random = randomFrom(3);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { found, planted } of shuffled(random, examples)) {
      const error = 1 / (1 + Math.exp(-logit(found))) - (planted ? 1 : 0);
      const slope = (error * (planted ? 6 : 1)) / Math.sqrt(found.length || 1);
      bias -= 0.01 * error;
      for (const bucket of found) {
        squares[bucket]! += slope * slope;
        weights[bucket]! -= (0.1 * slope) / Math.sqrt(squares[bucket]!) + 1e-6 * weights[bucket]!;
      }
    }
  }
  return (sentence) => logit(features(sentence));
}
