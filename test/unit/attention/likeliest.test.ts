import { expect, it } from 'vitest';
import { likeliest } from '../../../src/attention/likeliest';

it('the likeliest tokens come first, with the probabilities of a softmax', () => {
  const [first, second] = likeliest(Float32Array.of(0, Math.log(6), Math.log(3)), 2);
  expect([first!.id, second!.id]).toEqual([1, 2]);
  expect(first!.probability).toBeCloseTo(0.6);
  expect(second!.probability).toBeCloseTo(0.3);
});

it.each([[NaN], [Infinity]])('of logits among which is %s nothing is said', (logit) => {
  expect(likeliest(Float32Array.of(1, logit, 2), 2)).toEqual([]);
});
