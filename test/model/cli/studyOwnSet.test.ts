import { expect, it } from 'vitest';
import { StudyReport } from '../../../src/protocol/measured/study';
import { someOfEach } from './ownStudySet';
import { run } from './runCli';

/** Some 50 seconds on two cores with nothing else to do. */
const LONGEST_MS = 600_000;

it(
  'a part of the own set is studied with the bundled model: nine prompts of each class',
  () => {
    const asked = ['--input-jsonl', '-', '--generate', '4', '--format', 'json'];
    const { status, stdout, stderr } = run(['study', ...asked], someOfEach, LONGEST_MS);
    expect([status, stderr]).toEqual([0, '']);
    const report = StudyReport.parse(JSON.parse(stdout));
    expect(report.set.classes).toEqual(
      ['normal', 'jailbreak', 'injection'].map((name) =>
        expect.objectContaining({ class: name, prompts: 9, languages: { en: 3, de: 3, zh: 3 } }),
      ),
    );
    expect(report.pairs).toHaveLength(3);
    for (const { tested, length, heads, prompt, crossValidated } of report.pairs) {
      // Three figures and more for each of 270 heads.
      expect(tested).toBeGreaterThan(2000);
      expect(length.tokens.p).toBeGreaterThan(0.05);
      expect(heads).toHaveLength(15);
      expect(prompt.map(({ feature }) => feature.name)).toEqual(
        expect.arrayContaining(['instructionProbe', 'dataProbe', 'nextEntropy', 'leftOutKl']),
      );
      expect(crossValidated.map(({ name }) => name)).toEqual(['length', 'heads', 'prompt']);
    }
    // Nine normal prompts are too few for a baseline.
    expect(report.reference).toBeNull();
    expect(report.points.every(({ behaviour }) => behaviour!.tokens <= 4)).toBe(true);
    expect(report.points.some(({ behaviour }) => behaviour!.wanted! < 0)).toBe(true);
    for (const line of someOfEach.split('\n')) {
      const { text } = JSON.parse(line) as { text: string };
      expect(stdout).not.toContain(text.slice(0, 30));
    }
  },
  LONGEST_MS,
);
