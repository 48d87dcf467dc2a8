import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CheckLine, MonitorBaseline } from '../../../src/protocol/measured/monitor';
import { writeTinyTokenizer } from '../tinyModel';
import { expectRefusal, file, folder, root, run } from './runCli';

const template = '- role: system\n  content: w3 w4\n- role: user\n  content: "w5 {{mail}}"\n';
const WORDS = Array.from({ length: 29 }, (_, i) => `w${6 + i}`);
/** Mails that differ from each other. */
const mail = (at: number) =>
  Array.from({ length: 4 + (at % 7) }, (_, i) => WORDS[(at * (i + 3) + 5 * i * i) % WORDS.length]).join(' ');
const line = (id: string, text: string) => JSON.stringify({ id, mail: text });
const lines = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => line(`mail ${from + i}`, mail(from + i)));
const read = (name: string) =>
  MonitorBaseline.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));

const MODEL = ['--model', 'llama'];
const TEMPLATE = ['--template', 'template.yaml', '--inputs', '-'];
const fit = (input: readonly string[], out: string) =>
  run(['monitor', 'fit', ...MODEL, ...TEMPLATE, '--out', out], `${input.join('\n')}\n`);
const check = (input: readonly string[], ...more: string[]) =>
  run(
    ['monitor', 'check', '--baseline', 'whole.json', ...MODEL, ...TEMPLATE, ...more],
    `${input.join('\n')}\n`,
  );

beforeAll(() => {
  const model = path.join(folder, 'llama');
  cpSync(path.join(root, 'test/fixtures/language/llama'), model, { recursive: true });
  writeTinyTokenizer(model, false);
  file('template.yaml', template);
  expect(fit(lines(0, 44), 'whole.json')).toMatchObject({ status: 0, stdout: '' });
});

describe('attnscope monitor', () => {
  it('merges the baselines of two halves to that of the whole', () => {
    fit(lines(0, 20), 'one.json');
    fit(lines(20, 24), 'other.json');
    expect(run(['monitor', 'merge', 'one.json', 'other.json', '--out', 'merged.json']).status).toBe(0);
    expect(read('merged.json')).toEqual(read('whole.json'));
    expect(read('whole.json').inputs).toBe(44);
  });

  it('keeps no text of the inputs', () => {
    const written = readFileSync(path.join(folder, 'whole.json'), 'utf8');
    for (const word of WORDS) expect(written).not.toMatch(new RegExp(`\\b${word}\\b`));
  });

  it('answers each line by one, in order; a malformed one by its number, and the rest goes on', () => {
    const input = [...lines(100, 2), 'no json', '{"id": "x"}', ...lines(102, 1)];
    const { status, stdout } = check(input, '--one-in', '20');
    const answered = stdout
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each) as Record<string, unknown>);
    expect(answered.map(({ id }) => id)).toEqual(['mail 100', 'mail 101', undefined, 'x', 'mail 102']);
    expect(answered[2]).toMatchObject({
      line: 3,
      error: expect.stringContaining('not valid JSON') as string,
    });
    expect(answered[3]).toMatchObject({ line: 4, error: expect.stringContaining('{{mail}}') as string });
    for (const at of [0, 1, 4]) {
      const told = CheckLine.parse(answered[at]);
      expect(told.statistics).toHaveLength(5);
      expect(told.anomaly).toBe(told.score > told.threshold);
      expect(told.window!.inputs).toBe(Math.min(at, 2) + 1);
    }
    expect(status).toBe(2);
  });

  it('exits with 1 where there is an alarm, with 0 where there is none', () => {
    const usual = check(lines(0, 1), '--one-in', '20');
    expect(JSON.parse(usual.stdout)).toMatchObject({ anomaly: false });
    expect(usual.status).toBe(0);
    const odd = check([line('odd', 'w9 '.repeat(11))], '--one-in', '20');
    expect(JSON.parse(odd.stdout)).toMatchObject({ id: 'odd', anomaly: true });
    expect(odd.status).toBe(1);
  });

  it('tells what the model answered, by checkers', () => {
    file('checkers.yaml', 'checkers:\n  - {name: any, kind: matches, pattern: ".", means: other}\n');
    const { stdout } = check(lines(0, 1), '--one-in', '20', '--checkers', 'checkers.yaml', '--generate', '3');
    const { behaviour } = CheckLine.parse(JSON.parse(stdout));
    expect(behaviour).toMatchObject({
      checks: { any: expect.any(Boolean) as boolean },
      wanted: null,
    });
    expect(behaviour!.tokens).toBeLessThanOrEqual(3);
  });

  it('tells how far what comes next is from the usual, and how likely a wanted answer is', () => {
    const wanted = JSON.stringify({ id: 'w', mail: 'w9 w10 w11', wanted: 'w12 w13' });
    const [plain, asked] = check([...lines(0, 1), wanted], '--one-in', '20')
      .stdout.trim()
      .split('\n')
      .map((line) => CheckLine.parse(JSON.parse(line)).behaviour!);
    expect(plain).toEqual({ tokens: 0, checks: {}, kl: expect.any(Number) as number, wanted: null });
    expect(plain!.kl).toBeGreaterThan(0);
    expect(asked!.wanted).toBeLessThan(0);
    // A baseline that was fitted before this was measured tells none.
    const { reference, ...old } = read('whole.json');
    const without = { ...old, reference: reference.map(({ next: _, ...input }) => input) };
    file('old.json', JSON.stringify(without));
    const { stdout } = run(
      ['monitor', 'check', '--baseline', 'old.json', ...MODEL, ...TEMPLATE, '--one-in', '20'],
      lines(0, 1)[0],
    );
    expect(CheckLine.parse(JSON.parse(stdout)).behaviour).toBeNull();
  });

  it('reports what it cannot measure by number, and writes the baseline of the rest', () => {
    const { status, stderr } = fit([...lines(0, 3), 'no json', ...lines(3, 2)], 'part.json');
    expect(stderr).toMatch(/^Input 4: This line is not valid JSON/m);
    expect(status).toBe(2);
    expect(read('part.json').inputs).toBe(5);
  });

  it('measures the prompt files of a folder, and says where it finds none', () => {
    for (const made of ['mails', 'nothing']) mkdirSync(path.join(folder, made));
    for (const at of [1, 2, 3]) file(`mails/${at}.prompt.md`, mail(at));
    const { status, stderr } = run(['monitor', 'fit', ...MODEL, 'mails', '--out', 'files.json']);
    expect([status, stderr]).toEqual([0, expect.stringContaining('3 inputs measured')]);
    expect(read('files.json')).toMatchObject({ template: null, inputs: 3 });
    file('nothing/a.bin', '');
    const none = run(['monitor', 'fit', ...MODEL, 'nothing', '--out', 'none.json']);
    expect(none.stderr).toMatch(/No prompt was recognised in .*\n.*No input could be measured/);
    expect(none.status).toBe(2);
  });

  it('shows what a baseline holds, and how two differ', () => {
    expect(run(['monitor', 'inspect', 'whole.json']).stdout).toMatch(/^Inputs {6}44 measured/m);
    const inspected = JSON.parse(
      run(['monitor', 'inspect', 'whole.json', '--format', 'json']).stdout,
    ) as object;
    expect(inspected).toMatchObject({ inputs: 44, template: { name: 'template.yaml' } });
    const same = run(['monitor', 'compare', 'whole.json', 'whole.json', '--format', 'json']).stdout;
    const { features } = JSON.parse(same) as { features: { z: number }[] };
    expect(features.every(({ z }) => z === 0)).toBe(true);
  });

  it('refuses another template, whole prompts, and a rarer alarm than the baseline can tell', () => {
    file('other.yaml', template.replace('w5', 'w6'));
    const of = ['monitor', 'check', '--baseline', 'whole.json', ...MODEL];
    const other = run([...of, '--template', 'other.yaml', '--inputs', '-', '--one-in', '20'], lines(0, 1)[0]);
    expectRefusal(other, /template template.yaml, and other.yaml is another text/);
    const whole = run([...of, '--one-in', '20', '--input-jsonl', '-'], '{"id": 1, "text": "w3 w4"}\n');
    expectRefusal(whole, /these inputs are whole prompts/);
    expectRefusal(check(lines(0, 1)), /one false alarm in 100 takes at least 99/);
  });

  it('refuses another model at once, a file that is no baseline, and inputs named in two ways', () => {
    const model = path.join(folder, 'gpt2');
    cpSync(path.join(root, 'test/fixtures/language/gpt2'), model, { recursive: true });
    writeTinyTokenizer(model, false);
    const of = ['monitor', 'check', '--one-in', '20', ...TEMPLATE];
    const another = run([...of, '--baseline', 'whole.json', '--model', 'gpt2'], lines(0, 1)[0]);
    expectRefusal(another, /belongs to another model file/);
    file('none.json', '{"schemaVersion": 1}');
    expectRefusal(run([...of, '--baseline', 'none.json'], ''), /is not a monitor's baseline/);
    expectRefusal(run(['monitor', 'fit', '--out', 'x', 'a.md', ...TEMPLATE]), /Name the inputs in one way/);
  });
});
