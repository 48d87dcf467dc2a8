import { expect, it } from 'vitest';
import { measureHeads, trackingHeads } from '../../../src/calibration/heads';
import { randomFrom } from '../../../src/statistics/random';
import { deal } from '../../../src/calibration/texts';

/** Head 2 gives the instruction less where something was planted; the others do not care. */
const random = randomFrom(8);
const texts = Array.from({ length: 40 }, (_, file) =>
  [false, true].map((planted) => ({
    file,
    planted,
    shares: [random(), 0.5, (planted ? 0.2 : 0.8) + 0.05 * random(), 1 - random()],
  })),
).flat();

it('chooses the heads whose attention to the instruction falls by four standard deviations on both sides', () => {
  expect(trackingHeads(texts)).toEqual([2]);
});

it('scores a text by heads chosen on the other files', () => {
  for (const { planted, best } of measureHeads(texts, deal())) expect(best > -0.5).toBe(planted);
});

it('has no head where none stands apart', () => {
  const alike = texts.map((text) => ({ ...text, shares: [text.shares[0]!, 0.5] }));
  expect(trackingHeads(alike)).toEqual([]);
  expect(measureHeads(alike, deal())).toHaveLength(80);
});
