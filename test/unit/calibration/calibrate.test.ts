import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/calibration/calibrate';
import { crossValidate, type Method, type ReadText } from '../../../src/calibration/crossValidate';
import { randomFrom } from '../../../src/statistics/random';
import { deal, type Deal } from '../../../src/calibration/texts';

const HIDDEN = 4;
const FAMILIES = ['a', 'b', 'c', 'd', 'e'];

/** Files of 6 sentences, each clean, with one plant, and with two to learn from; what states tell is given. */
function readTexts(files: number, signal: number, dealt: Deal, plantedTokens = 40): ReadText[] {
  const random = randomFrom(3);
  const noise = () => random() + random() + random() - 1.5;
  FAMILIES.forEach((family) => dealt.family(family));
  const text = (file: number, kind: ReadText['kind'], families: (string | null)[]): ReadText => {
    const sentences = families.map((planted, i) => ({
      text: `${['The ferry leaves', 'Rain is likely', 'Bring a coat'][(file + i) % 3]!} ${file * 7 + i}.`,
      tokens: 6,
      planted,
      mixed: false,
    }));
    // Two layers: the first knows nothing.
    const first = sentences.flatMap(() => Array.from({ length: HIDDEN }, noise));
    const second = families.flatMap((family) => [
      noise() + (family === null ? 0 : signal),
      noise(),
      noise(),
      noise(),
    ]);
    const tokens = kind === 'planted' ? plantedTokens : 40;
    return { file, kind, tokens, sentences, states: Float32Array.from([...first, ...second]) };
  };
  return Array.from({ length: files }, (_, file) => [
    text(file, 'clean', [null, null, null, null, null, null]),
    text(file, 'planted', [null, null, null, FAMILIES[file % 5]!, null, null]),
    text(file, 'training', [null, FAMILIES[(file + 1) % 5]!, null, FAMILIES[(file + 2) % 5]!]),
  ]).flat();
}

const calibrated = (files: number, signal: number, falseAlarms: number) => {
  const dealt = deal();
  const texts = readTexts(files, signal, dealt);
  return calibrate({ texts, layers: 2, hidden: HIDDEN, dealt, falseAlarms });
};

describe('a probe of one’s own', () => {
  it('does not warn where planted texts are told by being the shorter ones', () => {
    const dealt = deal();
    const texts = readTexts(100, 4, dealt, 30);
    const { verdict, rows } = calibrate({ texts, layers: 2, hidden: HIDDEN, dealt, falseAlarms: 0.02 });
    expect(rows.find(({ name }) => name === 'length')!.auroc.value).toBe(0);
    expect(verdict).toBe('no-better');
  });

  it('warns where states tell what length and phrases do not, from the layers that tell it', () => {
    const { choice, verdict, threshold, rows, head } = calibrated(100, 4, 0.02);
    expect(verdict).toBe('warns');
    expect(choice.layers).toContain(1);
    const [probe, ...others] = rows;
    expect(probe!.auroc.value).toBeGreaterThan(0.95);
    for (const { auroc } of others) expect(auroc.value).toBeLessThan(0.65);
    expect(probe!.auroc.low).toBeLessThanOrEqual(probe!.auroc.value);
    // The score of a planted state is beyond the threshold, that of an honest one is not.
    const score = (x: number) => {
      const row = Array.from({ length: head.mean.length }, (_, i) =>
        i === head.mean.length - HIDDEN ? x : 0,
      );
      return row.reduce(
        (sum, value, i) => sum + (head.weights[i]! * (value - head.mean[i]!)) / head.scale[i]!,
        head.bias,
      );
    };
    expect(score(4)).toBeGreaterThan(threshold!);
    expect(score(0)).toBeLessThan(threshold!);
  });

  it('does not warn where states tell nothing', () => {
    const { verdict, threshold } = calibrated(60, 0, 0.05);
    expect(verdict).toBe('no-better');
    expect(threshold).toBeNull();
  });

  it('does not warn where there are too few files for the share of false alarms', () => {
    const { verdict, threshold } = calibrated(40, 4, 0.01);
    expect(verdict).toBe('too-few-files');
    expect(threshold).toBeNull();
  });
});

describe('cross-validation', () => {
  it('measures a text by a score that has seen neither its file nor its family', () => {
    const dealt = deal();
    const texts = readTexts(20, 1, dealt);
    const spy: Method = (examples) => {
      const files = new Set(examples.map(({ text }) => text.file));
      const families = new Set(examples.map(({ text, sentence }) => text.sentences[sentence]!.planted));
      expect(families.size).toBeGreaterThan(2);
      return (text) => {
        expect(files).not.toContain(text.file);
        for (const { planted } of text.sentences)
          if (planted !== null) expect(families).not.toContain(planted);
        return text.sentences.map(({ planted }) => Number(planted !== null));
      };
    };
    const measured = crossValidate(texts, dealt, spy);
    expect(measured).toHaveLength(40);
    for (const { planted, best, found } of measured) {
      expect(best).toBe(planted ? 1 : 0);
      expect(found).toBe(planted ? 1 : null);
    }
  });
});
