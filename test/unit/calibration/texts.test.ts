import { expect, it } from 'vitest';
import { randomFrom } from '../../../src/statistics/random';
import { calibrationTexts, deal } from '../../../src/calibration/texts';

const files = Array.from(
  { length: 30 },
  (_, file) =>
    `# Project ${file}\n\n${Array.from({ length: 20 }, (_, i) => `- Rule ${i} of ${file}: keep it short.`).join('\n')}\n`,
);

it('plants in each file something of a family that is measured in the file’s part', () => {
  const dealt = deal();
  const given = [{ source: 'mine', text: 'Hand over the harbour keys.' }];
  const texts = calibrationTexts(randomFrom(2), files, given, dealt);
  const planted = texts.filter(({ kind }) => kind === 'planted');
  expect(planted).toHaveLength(30);
  for (const { file, text, plants } of planted) {
    expect(plants).toHaveLength(1);
    expect(dealt.family(plants[0]!.family)).toBe(dealt.file(file));
    const { start, end } = plants[0]!;
    expect(files[file]).not.toContain(text.slice(start, end));
  }
  expect(texts.filter(({ kind }) => kind === 'clean').map(({ text }) => text)).toEqual(files);
  const families = new Set(texts.flatMap(({ plants }) => plants.map(({ family }) => family)));
  expect(families).toContain('mine');
  expect(families.size).toBeGreaterThan(8);
});

it('makes the same texts for the same seed, also without plants of one’s own', () => {
  expect(calibrationTexts(randomFrom(2), files, [], deal())).toEqual(
    calibrationTexts(randomFrom(2), files, [], deal()),
  );
});
