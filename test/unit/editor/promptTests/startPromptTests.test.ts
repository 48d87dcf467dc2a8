import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestRunner } from '../../../../src/analysis/promptTests/runTest';
import type { RequestOptions } from '../../../../src/protocol/borders/inference';
import type { PromptTest } from '../../../../src/promptTests/promptTest';
import { cancelled } from '../../../../src/protocol/errors';
import { EventEmitter } from '../fakeVscode';
import { fakeTesting } from './fakeTesting';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
/** Runs no model: a test that is called so passes, fails, or waits to be cancelled. */
const runTest = vi.fn(async (_runner: TestRunner, test: PromptTest, { signal }: RequestOptions) => {
  if (test.name === 'waits')
    await new Promise((_, end) => signal!.addEventListener('abort', () => end(cancelled())));
  const value = test.name === 'fails' ? 0.19 : 0.5;
  const [expectation] = test.expectations;
  const verdict = {
    outcome: test.name === 'fails' ? 'failed' : 'passed',
    measured: { kind: 'attention', value },
  };
  return { test, judged: [{ expectation, verdict }], tokens: 9, grown: {}, ms: 5, model: { name: 'm' } };
});
vi.mock('../../../../src/analysis/promptTests/runTest', () => ({ runTest }));
const { startPromptTests } = await import('../../../../src/editor/promptTests/startPromptTests');

const file = (prompt: string, ...names: string[]) =>
  `prompts: {a: ${prompt}}\ntests:\n` +
  names
    .map((name) => `  - name: ${name}\n    expect:\n      - attention: {to: system, atLeast: 20 %}\n`)
    .join('');
const FILES = {
  '/w/one.prompt-test.yaml': file('{file: mail.prompt.md}', 'passes', 'fails'),
  '/w/two.prompt-test.yaml': file('{text: x}', 'passes'),
  '/w/bad.prompt-test.yaml': 'prompts: {}\ntets: []\n',
};

let files: Record<string, string>;
let testing: ReturnType<typeof fakeTesting>;
const never = () => ({
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
});
const labels = () =>
  [...testing.items].map(([, { label, children }]) => [label, ...[...children].map(([, one]) => one.label)]);
beforeEach(async () => {
  runTest.mockClear();
  files = { ...FILES };
  testing = fakeTesting(files);
  startPromptTests({} as never, { bundledModel: '/m', toolVersion: '1', inference: {} } as never);
  await vi.waitFor(() => expect(labels()).toHaveLength(3));
  await vi.waitFor(() => expect([...testing.items][2]![1].error).toBeDefined());
});

describe('tests in the Test Explorer', () => {
  it('are those of the files, and what is wrong with a file is told with its line', () => {
    expect(labels()).toEqual([
      ['/w/one.prompt-test.yaml', 'passes', 'fails'],
      ['/w/two.prompt-test.yaml', 'passes'],
      ['/w/bad.prompt-test.yaml'],
    ]);
    expect([...testing.items][2]![1].error).toContain('2:1 "tets" is not known here. Did you mean "tests"?');
  });

  it('run all, each with its outcome; a failure has what was expected and measured, at its line', async () => {
    await testing.run({}, never());
    expect(testing.told).toEqual([
      ...[
        'started passes',
        'passed passes',
        'started fails',
        'failed fails',
        'started passes',
        'passed passes',
      ],
      ...['started /w/bad.prompt-test.yaml', 'errored /w/bad.prompt-test.yaml', 'end'],
    ]);
    expect(testing.messages).toMatchObject([
      {
        message: 'It gets 19%. Expected: "system" gets at least 20% of the last token’s attention.',
        location: { range: { start: { line: 7, character: 8 } } },
      },
    ]);
  });

  it('run one alone', async () => {
    const [, one] = [...testing.items][0]!;
    await testing.run({ include: [[...one.children][1]![1]] }, never());
    expect(testing.told).toEqual(['started fails', 'failed fails', 'end']);
  });

  it('that are cancelled are skipped, with all after them, and the process lives on', async () => {
    files['/w/one.prompt-test.yaml'] = file('{text: x}', 'waits', 'passes');
    const cancel = new EventEmitter<void>();
    const running = testing.run(
      {},
      { isCancellationRequested: false, onCancellationRequested: cancel.event },
    );
    await vi.waitFor(() => expect(testing.told).toEqual(['started waits']));
    cancel.fire();
    await running;
    expect(testing.told).toEqual([
      ...['started waits', 'skipped waits', 'skipped passes', 'skipped passes'],
      ...['skipped /w/bad.prompt-test.yaml', 'end'],
    ]);
    expect(runTest.mock.calls[0]![2]).toMatchObject({ stopsItself: true });
  });

  it('keep their items while a file is edited, so that a run stays at them', async () => {
    const [, one] = [...testing.items][0]!;
    const [, kept] = [...one.children][1]!;
    files['/w/one.prompt-test.yaml'] = file('{text: x}', 'fails', 'new');
    testing.change('/w/one.prompt-test.yaml');
    await vi.waitFor(() => expect(one.children.size).toBe(2));
    await vi.waitFor(() => expect([...one.children].map(([, { label }]) => label)).toContain('new'));
    expect([...one.children].map(([, item]) => item)).toContain(kept);
  });

  it('are those of files: a former version that a comparison shows has none', async () => {
    files['/elsewhere/new.prompt-test.yaml'] = file('{text: x}', 'passes');
    testing.open('/w/one.prompt-test.yaml', 'git');
    testing.open('/elsewhere/new.prompt-test.yaml', 'file');
    await vi.waitFor(() => expect(labels()).toHaveLength(4));
    expect([...testing.items].map(([id]) => id).filter((id) => id.startsWith('git'))).toEqual([]);
  });

  it('run again on a save of their file, or of one that their prompt is made of, and no others', async () => {
    const cancel = new EventEmitter<void>();
    await testing.run(
      { continuous: true },
      { isCancellationRequested: false, onCancellationRequested: cancel.event },
    );
    expect(testing.told).toEqual([]);
    testing.save('/w/mail.prompt.md');
    await vi.waitFor(() => expect(testing.told.at(-1)).toBe('end'));
    expect(testing.told).toEqual(['started passes', 'passed passes', 'started fails', 'failed fails', 'end']);
    testing.told.length = 0;
    testing.save('/w/other.md');
    testing.save('/w/two.prompt-test.yaml');
    await vi.waitFor(() => expect(testing.told.at(-1)).toBe('end'));
    expect(testing.told).toEqual(['started passes', 'passed passes', 'end']);
    testing.told.length = 0;
    cancel.fire();
    testing.save('/w/two.prompt-test.yaml');
    expect(testing.told).toEqual([]);
  });
});
