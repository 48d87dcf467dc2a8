import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeSet } from '../../../scripts/study/composeSet';
import { StudyClass, StudyLine } from '../../../src/protocol/measured/study';
import { auroc } from '../../../src/statistics/effectSizes';

const file = path.resolve(import.meta.dirname, '../../fixtures/study/prompts.jsonl');
const written = readFileSync(file, 'utf8');
const lines = written
  .trimEnd()
  .split('\n')
  .map((line) => StudyLine.parse(JSON.parse(line)));
const of = (kind: StudyClass, language?: string) =>
  lines.filter((line) => line.class === kind && (language === undefined || line.language === language));

describe('the study’s own set of texts', () => {
  it('is what its grammar writes', () => {
    expect(written).toBe(
      `${composeSet()
        .map((line) => JSON.stringify(line))
        .join('\n')}\n`,
    );
  });

  it('holds at least 60 different texts of each class, in three languages', () => {
    for (const kind of StudyClass.options) {
      expect(of(kind).length).toBeGreaterThanOrEqual(60);
      for (const language of ['en', 'de', 'zh']) expect(of(kind, language).length).toBeGreaterThanOrEqual(20);
    }
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it.each([undefined, 'en', 'de', 'zh'])(
    'has lengths that do not tell the classes apart (%s)',
    (language) => {
      const [a, b, c] = StudyClass.options.map((kind) => of(kind, language).map(({ text }) => text.length));
      for (const [one, other] of [
        [a!, b!],
        [a!, c!],
        [b!, c!],
      ] as const) {
        const { value } = auroc(one, other);
        expect(value).toBeGreaterThan(0.45);
        expect(value).toBeLessThan(0.55);
      }
    },
  );

  it('lets no class alone hold words that look like codes, and each text’s secret stand before it', () => {
    const coded = (kind: StudyClass) => of(kind).filter(({ text }) => /[A-Z]{5,}-\d\d/.test(text)).length;
    for (const kind of StudyClass.options) expect(coded(kind)).toBeGreaterThanOrEqual(0.85 * of(kind).length);
    for (const { system, canary, text } of lines) {
      expect(system).toContain(canary);
      expect(text).not.toContain(canary);
    }
  });

  it('holds no place that was not filled in', () => {
    for (const { text, system } of lines) expect(`${text}${system}`).not.toMatch(/\{\w+\}/);
  });
});
