import { describe, expect, it } from 'vitest';
import { logitParts, type OutputLayer } from '../../../../src/attention/lens/logitParts';

const [WIDTH, WORDS] = [6, 5];
const numbers = (size: number, seed: number) =>
  Float32Array.from({ length: size }, (_, i) => Math.sin(1 + seed + 7.3 * i));
const [scale, shift, bias] = [numbers(WIDTH, 1), numbers(WIDTH, 2), numbers(WORDS, 3)];
const matrix = numbers(WORDS * WIDTH, 4);
const parts = [1, 30, 0.001].map((size, i) => numbers(WIDTH, 10 + i).map((value) => size * value + i));
const state = parts.reduce((sum, part) => sum.map((value, i) => value + part[i]!));
const mean = (row: Float32Array) => row.reduce((sum, value) => sum + value, 0) / row.length;
const EPSILON = 1e-5;

/** The size that a norm divides by, and what it takes from a state. */
const norms = {
  layer: {
    centred: (row: Float32Array) => row.map((value) => value - mean(row)),
    size: (row: Float32Array) => Math.sqrt(mean(row.map((value) => (value - mean(row)) ** 2)) + EPSILON),
  },
  rms: {
    centred: (row: Float32Array) => row,
    size: (row: Float32Array) => Math.sqrt(mean(row.map((value) => value * value)) + EPSILON),
  },
  none: { centred: (row: Float32Array) => row, size: () => 1 },
};

describe.each(['layer', 'rms', 'none'] as const)('a final norm of kind %s', (kind) => {
  const { centred, size } = norms[kind];
  const by = (row: Float32Array, word: number, divisor: number) =>
    centred(row).reduce(
      (sum, value, i) => sum + (value * scale[i]! * matrix[word * WIDTH + i]!) / divisor,
      0,
    );
  const constant = (word: number) =>
    shift.reduce((sum, value, i) => sum + value * matrix[word * WIDTH + i]!, bias[word]!);
  const head: OutputLayer = (states, rows) =>
    Promise.resolve(
      Float32Array.from({ length: rows * WORDS }, (_, at) => {
        const row = states.subarray(Math.floor(at / WORDS) * WIDTH, (Math.floor(at / WORDS) + 1) * WIDTH);
        return by(row, at % WORDS, size(row)) + constant(at % WORDS);
      }),
    );

  it('is told from others, and parts have what the formula says, whatever their size', async () => {
    const result = await logitParts(head, state, parts, [0, 3]);
    expect(result.norm).toBe(kind);
    result.parts.forEach((of, p) =>
      of.forEach((value, w) => expect(value).toBeCloseTo(by(parts[p]!, [0, 3][w]!, size(state)), 4)),
    );
    [0, 3].forEach((word, w) => expect(result.constant[w]).toBeCloseTo(constant(word), 5));
  });
});
