import { createHash } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Alert } from '../../../../../src/protocol/measured/alert';
import { alertSample } from '../../../alerts/alertSample';
import { fakeVscode } from '../../fakeVscode';

const texts: Record<string, string> = {};
const shown = vi.fn();
const documentOf = (text: string) => ({
  getText: () => text,
  lineCount: text.split('\n').length,
  lineAt: (at: number) => ({ text: text.split('\n')[at] }),
});
vi.mock('vscode', () => ({
  ...fakeVscode,
  Uri: { parse: (uri: string) => ({ toString: () => uri }) },
  window: { ...fakeVscode.window, showTextDocument: shown },
  workspace: {
    ...fakeVscode.workspace,
    textDocuments: [],
    openTextDocument: async (of: { content?: string; toString(): string }) => {
      const text = of.content ?? texts[of.toString()];
      if (text === undefined) throw new Error('There is none.');
      return documentOf(text);
    },
  },
}));

const { findInput } = await import('../../../../../src/editor/alerts/cause/findInput');

const sample = (input: Partial<Alert['input']>, other: Partial<Alert> = {}) =>
  alertSample({ input: { id: 7, sha256: 'c', tokens: 9, ...input }, ...other });

beforeEach(() => shown.mockClear());

it('the line of a file is found where it still says the same', async () => {
  texts['file:///lines.jsonl'] = '{"id": 1, "text": "one"}\n{"id": 7, "text": "seven"}';
  const sha256 = createHash('sha256').update('seven').digest('hex');
  const found = await findInput(sample({ uri: 'file:///lines.jsonl', line: 2, sha256 }));
  expect((found as { document: { getText(): string } }).document.getText()).toBe('seven');
  expect(await findInput(sample({ uri: 'file:///lines.jsonl', line: 1, sha256 }))).toMatchObject({
    reason: expect.stringMatching(/has changed/),
  });
});

it('of standard input the text has to be in the log, and it is said how it gets there', async () => {
  expect(await findInput(sample({ line: 3 }))).toMatchObject({
    reason: expect.stringMatching(/--with-text/),
  });
  const kept = await findInput(sample({ line: 3 }, { text: 'kept' }));
  expect((kept as { document: { getText(): string } }).document.getText()).toBe('kept');
});

it.each([
  { what: 'what was put into a template', other: { input: { template: 'mail.yaml' } }, says: /mail\.yaml/ },
  {
    what: 'an input of a stream',
    other: { stream: { statistic: 'drift' as const, inputs: 20, alarms: 1 } },
    says: /together/,
  },
])('$what has no map here, but can be looked at', async ({ other, says }) => {
  const { input = {}, ...rest } = other as { input?: object };
  const place = { uri: 'file:///lines.jsonl', line: 2, ...input };
  const inFile = await findInput(sample(place, rest));
  expect(inFile).toMatchObject({ reason: expect.stringMatching(says) });
  await (inFile as unknown as { beside(): Promise<void> }).beside();
  expect(shown.mock.calls[0]![1].selection.start).toBeDefined();
  const kept = await findInput(sample({ ...input }, { ...rest, text: '{"mail":"x"}' }));
  await (kept as unknown as { beside(): Promise<void> }).beside();
  expect(shown.mock.calls[1]![0].getText()).toBe('{"mail":"x"}');
  const nowhere = await findInput(sample({ ...input }, rest));
  expect(nowhere).toMatchObject({ beside: undefined });
});
