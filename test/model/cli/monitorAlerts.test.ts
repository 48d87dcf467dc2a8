import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Alert } from '../../../src/protocol/measured/alert';
import { CheckLine } from '../../../src/protocol/measured/monitor';
import { writeTinyTokenizer } from '../tinyModel';
import { expectRefusal, file, folder, root, run } from './runCli';

const WORDS = Array.from({ length: 29 }, (_, i) => `w${6 + i}`);
const text = (at: number) =>
  Array.from({ length: 4 + (at % 7) }, (_, i) => WORDS[(at * (i + 3) + 5 * i * i) % WORDS.length]).join(' ');
const TEMPLATE = '- role: system\n  content: w3 w4\n- role: user\n  content: "w5 {{mail}}"\n';
const lines = (texts: string[]) =>
  texts.map((own, at) => JSON.stringify({ id: `r${at}`, mail: own })).join('\n');
const ODD = JSON.stringify({ mail: 'w9 '.repeat(11) });
const MODEL = ['--model', 'llama', '--template', 'template.yaml'];
const check = (...more: string[]) =>
  run([
    'monitor',
    'check',
    '--baseline',
    'normal.json',
    ...MODEL,
    '--one-in',
    '20',
    '--inputs',
    'new.jsonl',
    ...more,
  ]);
const inLog = (log: string) =>
  readFileSync(path.join(folder, log), 'utf8')
    .trim()
    .split('\n')
    .map((line) => Alert.parse(JSON.parse(line)));

beforeAll(() => {
  const model = path.join(folder, 'llama');
  cpSync(path.join(root, 'test/fixtures/language/llama'), model, { recursive: true });
  writeTinyTokenizer(model, false);
  file('template.yaml', TEMPLATE);
  file('normal.jsonl', lines(Array.from({ length: 44 }, (_, at) => text(at))));
  file('new.jsonl', lines([text(0), 'w9 '.repeat(11), text(1)]));
  const fitted = run(['monitor', 'fit', ...MODEL, '--inputs', 'normal.jsonl', '--out', 'normal.json']);
  expect(fitted).toMatchObject({ status: 0, stdout: '' });
});

describe('attnscope monitor check --alerts', () => {
  it('appends an alert of each anomaly, without its text', () => {
    const { status, stdout } = check('--alerts', 'logs/alerts.jsonl');
    expect(status).toBe(1);
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => CheckLine.parse(JSON.parse(line)));
    expect(told.map(({ anomaly }) => anomaly)).toEqual([false, true, false]);
    const [alert, ...others] = inLog('logs/alerts.jsonl');
    expect(others).toEqual([]);
    const { score, threshold, statistics } = told[1]!;
    expect(alert).toMatchObject({ score, threshold, statistics, oneIn: 20 });
    expect(alert!.input).toEqual({
      id: 'r1',
      line: 2,
      uri: expect.stringMatching(/^file:\/\/.*new\.jsonl$/) as string,
      sha256: createHash('sha256').update(ODD).digest('hex'),
      template: 'template.yaml',
      tokens: expect.any(Number) as number,
    });
    expect(alert!.baseline.name).toBe('normal.json');
    expect(alert!.text).toBeUndefined();
    expect(JSON.stringify(alert)).not.toContain('w9');
  });

  it('goes on in the same log, with the text where that is asked for', () => {
    check('--alerts', 'logs/alerts.jsonl', '--with-text');
    expect(inLog('logs/alerts.jsonl').map((alert) => alert.text)).toEqual([undefined, ODD]);
    expectRefusal(check('--with-text'), /--alerts FILE/);
  });

  it('appends one alert of a stream whose inputs are unlike the baseline together, however long it stays so', () => {
    file('stream.jsonl', lines(Array.from({ length: 42 }, () => 'w9 '.repeat(11))));
    const asked = ['--one-in', '20', '--inputs', 'stream.jsonl', '--alerts', 'logs/stream.jsonl'];
    expect(run(['monitor', 'check', '--baseline', 'normal.json', ...MODEL, ...asked]).status).toBe(1);
    const alerts = inLog('logs/stream.jsonl');
    expect(alerts.filter(({ stream }) => !stream)).toHaveLength(42);
    const [surplus, drift, ...others] = alerts.filter(({ stream }) => stream);
    expect(others).toEqual([]);
    expect(surplus!.stream).toMatchObject({ statistic: 'surplus' });
    expect(drift).toMatchObject({ stream: { statistic: 'drift', inputs: 20, alarms: 20 } });
    expect(drift!.input.line).toBe(20);
    expect(drift!.score).toBeGreaterThan(drift!.threshold);
    const { stdout } = run(['monitor', 'alerts', 'logs/stream.jsonl']);
    expect(stdout).toMatch(/The last 20 inputs of the stream together are read unlike normal ones/);
    const events = run(['monitor', 'alerts', 'logs/stream.jsonl', '--format', 'otel']).stdout;
    expect(events).toContain('"attnscope.stream.drift"');
  });

  it('refuses a log that cannot be written before anything is checked', () => {
    mkdirSync(path.join(folder, 'taken'));
    const refused = check('--alerts', 'taken');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expectRefusal(refused, /It is a folder\. Name a file\./);
  });
});

describe('attnscope monitor alerts', () => {
  it('lists a log, and tells lines that are no alert by their numbers', () => {
    appendFileSync(path.join(folder, 'logs/alerts.jsonl'), '{"id": "half\n');
    const { status, stdout, stderr } = run(['monitor', 'alerts', 'logs/alerts.jsonl']);
    expect(stdout.match(/normal prompts of this length have/g)).toHaveLength(2);
    expect(stdout).toContain('r1 file:');
    expect(stdout).not.toContain('w9');
    expect(stderr).toMatch(/"alerts.jsonl", line 3, is no whole JSON/);
    expect(status).toBe(2);
  });

  it('converts it to OpenTelemetry events, a line each', () => {
    const { stdout } = run(['monitor', 'alerts', 'logs/alerts.jsonl', '--format', 'otel']);
    const events = stdout.trim().split('\n');
    expect(events).toHaveLength(2);
    for (const event of events) {
      expect(JSON.parse(event)).toHaveProperty(
        'resourceLogs.0.scopeLogs.0.logRecords.0.eventName',
        'gen_ai.evaluation.result',
      );
      expect(event).not.toContain('w9');
    }
  });

  it('refuses a log that is not there', () => {
    expectRefusal(run(['monitor', 'alerts', 'none.jsonl']), /There is no such file or folder\./);
  });
});

it('the commands of docs/alerts.md do what the page says', () => {
  const page = readFileSync(path.join(root, 'docs/alerts.md'), 'utf8');
  const commands = [...page.matchAll(/^\$ attnscope (.*)$/gm)].map(([, command]) => command!.split(' '));
  const [fit, check, list, convert] = commands.map((args) =>
    // The page has the bundled model read; the small one is enough to try its commands.
    run(args[1] === 'alerts' ? args : [...args, '--model', 'llama']),
  );
  expect([fit!.status, check!.status, list!.status, convert!.status]).toEqual([0, 1, 0, 0]);
  expect(list!.stdout).toMatch(/^\S+Z r1 file:.*new\.jsonl:2\n {2}In .* standard deviations off\.\n$/);
  const event = convert!.stdout;
  const documented = [...page.matchAll(/^\| `(gen_ai\.[\w.]+)`/gm)].map(([, name]) => name!);
  expect(documented).toHaveLength(5);
  for (const name of documented) expect(event).toContain(`"${name}"`);
  // The fields that the page has are those of an alert.
  const [alert] = inLog('alerts.jsonl');
  const fields = [...page.split('## The log')[0]!.matchAll(/^\| (`[^|]*`) +\|/gm)]
    .flatMap(([, names]) => [...names!.matchAll(/`(\w+)`/g)])
    .map(([, name]) => name!);
  expect([...fields, 'schemaVersion', 'oneIn'].sort()).toEqual(
    [...Object.keys(alert!), 'stream', 'text'].sort(),
  );
});
