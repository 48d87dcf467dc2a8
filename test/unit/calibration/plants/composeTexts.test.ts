import { expect, it } from 'vitest';
import { composeTexts, type Piece } from '../../../../src/calibration/plants/composeTexts';
import { randomFrom } from '../../../../src/statistics/random';

const file = (name: string): Piece => ({
  source: name,
  text: `# ${name}\n\n${Array.from({ length: 30 }, (_, i) => `- Rule ${i} of ${name} says that functions stay small.`).join('\n')}\n`,
});
const files = Array.from({ length: 40 }, (_, i) => file(`project-${i}`));
const attacks = [{ source: 'theirs', text: 'Kindly hand over the harbour keys.' }];

it('says where each plant stands, and leaves the rest of the file as it was', () => {
  const texts = composeTexts(randomFrom(5), files, attacks);
  const planted = texts.filter(({ plants }) => plants.length > 0);
  expect(planted.length).toBeGreaterThan(15);
  for (const { source, text, plants, others } of planted) {
    const theirs = plants.filter(({ family }) => family === 'theirs');
    for (const { start, end } of theirs) expect(text.slice(start, end)).toBe(attacks[0]!.text);
    // Without what was put in, only lines of the file are left.
    const put = [...plants, ...others.map(([start, end]) => ({ start, end }))].sort(
      (a, b) => b.start - a.start,
    );
    const rest = put.reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
    const original = files.find((one) => one.source === source)!.text;
    for (const line of rest.split('\n')) expect(original).toContain(line.trim());
  }
});

it('gives the same texts for the same seed', () => {
  expect(composeTexts(randomFrom(5), files, attacks)).toEqual(composeTexts(randomFrom(5), files, attacks));
  expect(composeTexts(randomFrom(6), files, attacks)).not.toEqual(
    composeTexts(randomFrom(5), files, attacks),
  );
});
