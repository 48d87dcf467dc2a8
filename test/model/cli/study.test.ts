import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { StudyReport } from '../../../src/protocol/measured/study';
import { writeTinyTokenizer } from '../tinyModel';
import { expectRefusal, folder, root, run } from './runCli';

const WORDS = Array.from({ length: 29 }, (_, i) => `w${6 + i}`);
const words = (at: number) =>
  Array.from({ length: 6 + (at % 7) }, (_, i) => WORDS[(at * (i + 3) + 5 * i * i) % WORDS.length]).join(' ');
/** Injections hold `w30 w30 w30`, and normal texts do not; nothing else tells them apart. */
const lines = ['normal', 'injection'].flatMap((kind, of) =>
  Array.from({ length: of ? 12 : 44 }, (_, at) =>
    JSON.stringify({
      id: `${kind}-${at}`,
      class: kind,
      text: of ? `${words(at)} w30 w30 w30` : `${words(at)} w9 w10 w11`,
      system: 'w3 w4',
      canary: 'w4',
    }),
  ),
);
const study = (input: readonly string[], ...more: string[]) =>
  run(
    ['study', '--model', 'llama', '--generate', '3', '--input-jsonl', '-', ...more],
    `${input.join('\n')}\n`,
  );

beforeAll(() => {
  const model = path.join(folder, 'llama');
  cpSync(path.join(root, 'test/fixtures/language/llama'), model, { recursive: true });
  writeTinyTokenizer(model, false);
});

describe('attnscope study', () => {
  it('gives the same numbers for the same seed, and no word of the texts', () => {
    const got = study(lines, '--format', 'json', '--seed', '3');
    expect(got).toMatchObject({ status: 0, stderr: '' });
    const report = StudyReport.parse(JSON.parse(got.stdout));
    expect(report.set.classes.map(({ prompts }) => prompts)).toEqual([44, 12]);
    expect(report.reference).toBe(22);
    expect(report.pairs.map(({ of, against }) => `${of}/${against}`)).toEqual(['injection/normal']);
    expect(report.pairs[0]!.prompt.map(({ feature }) => feature.name)).toContain('anomaly');
    expect(report.rates.map(({ means }) => means)).toContain('leak');
    for (const word of WORDS) expect(got.stdout).not.toMatch(new RegExp(`\\b${word}\\b`));
    expect(study(lines, '--format', 'json', '--seed', '3').stdout).toBe(got.stdout);
    expect(study(lines, '--format', 'json', '--seed', '4').stdout).not.toBe(got.stdout);
  });

  it('writes what the ending of the file says', () => {
    expect(study(lines, '--out', 'study.html').status).toBe(0);
    expect(readFileSync(path.join(folder, 'study.html'), 'utf8')).toMatch(/^<!doctype html>[^]*<canvas/);
    expect(study(lines, '--out', 'study.md').status).toBe(0);
    expect(readFileSync(path.join(folder, 'study.md'), 'utf8')).toMatch(/^# Study/);
    expectRefusal(study(lines, '--out', 'study.txt'), /none of \.md, \.html and \.json/);
  });

  it('tells lines that cannot be measured by number, and reports the rest as incomplete', () => {
    const { status, stdout, stderr } = study(
      ['no json', ...lines, '{"id": 1, "text": "w5"}'],
      '--format',
      'json',
    );
    expect(status).toBe(2);
    expect(StudyReport.parse(JSON.parse(stdout)).set.errors.map(({ line }) => line)).toEqual([
      1,
      lines.length + 2,
    ]);
    expect(stderr).toMatch(/Line 1: .*not valid JSON[^]*Line 58: .*class/);
  });

  it('refuses a file of which no line can be measured', () => {
    expectRefusal(study(['{}']), /No line could be measured/);
  });
});
