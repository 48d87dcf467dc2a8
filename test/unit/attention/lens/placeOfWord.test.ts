import { expect, it } from 'vitest';
import { placeOfWord } from '../../../../src/attention/lens/placeOfWord';

it('a word has its probability, and a rank that equal ones share', () => {
  const logits = Float32Array.of(Math.log(1), Math.log(4), Math.log(1), Math.log(2));
  expect(placeOfWord(logits, 1)).toMatchObject({ rank: 1 });
  expect(placeOfWord(logits, 1).probability).toBeCloseTo(0.5, 6);
  expect([0, 2].map((word) => placeOfWord(logits, word).rank)).toEqual([3, 3]);
});
