import { cpSync } from 'node:fs';
import path from 'node:path';
import type * as vscode from 'vscode';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { readDocument } from '../../src/analysis/readDocument';
import { MonitorBaseline } from '../../src/protocol/measured/monitor';
import { fakeVscode } from '../unit/editor/fakeVscode';
import { ownClient } from './ownClient';
import { writeTinyTokenizer } from './tinyModel';

const root = path.resolve(import.meta.dirname, '../..');
const WORDS = Array.from({ length: 29 }, (_, i) => `w${6 + i}`);
const text = (at: number) =>
  Array.from({ length: 4 + (at % 7) }, (_, i) => WORDS[(at * (i + 3) + 5 * i * i) % WORDS.length]).join(' ');

/** Files of the folder that is chosen, by their paths; `null` is no text. */
let files: Record<string, string | null> = {};
const written = vi.fn(async (_uri: unknown, _bytes: Uint8Array) => undefined);
const update = vi.fn(async () => undefined);
const told = vi.fn(async (..._said: unknown[]): Promise<unknown> => 'Check Prompts Against It');
const asUri = (file: string) => ({
  path: file,
  fsPath: file,
  scheme: 'file',
  toString: () => `file://${file}`,
});
const noToken = { onCancellationRequested: () => undefined };
vi.mock('vscode', () => ({
  ...fakeVscode,
  RelativePattern: class {},
  Uri: { joinPath: (...parts: unknown[]) => parts.join('/') },
  window: {
    ...fakeVscode.window,
    withProgress: (_: unknown, work: (...args: unknown[]) => unknown) =>
      work({ report: () => undefined }, noToken),
    showSaveDialog: async () => asUri('/chosen/normal.json'),
    showInformationMessage: told,
    showWarningMessage: told,
  },
  workspace: {
    isTrusted: true,
    workspaceFolders: [{ uri: asUri('/chosen') }],
    findFiles: async () => Object.keys(files).map(asUri),
    getWorkspaceFolder: () => undefined,
    asRelativePath: (uri: { path: string }) => uri.path,
    getConfiguration: () => ({ get: () => undefined, update }),
    fs: { writeFile: written },
    openTextDocument: async ({ path: file }: { path: string }) => {
      const content = files[file];
      if (content === null) throw new Error('It is binary.');
      return { getText: () => content, languageId: 'plaintext' };
    },
  },
}));

const { fitBaseline } = await import('../../src/editor/alerts/check/fitBaseline');

const { folder, client: inference } = ownClient();
const log = { warn: vi.fn() };
beforeAll(() => {
  cpSync(path.join(root, 'test/fixtures/language/llama'), path.join(folder, 'llama'), { recursive: true });
  writeTinyTokenizer(path.join(folder, 'llama'), false);
});
beforeEach(() => vi.clearAllMocks());

const fit = () =>
  fitBaseline(
    {
      ...{ inference, bundledModel: path.join(folder, 'llama'), version: '1.2.3' },
      scanner: { read: readDocument },
      readAs: { of: () => 'user', trustOf: () => undefined },
      log: log as unknown as vscode.LogOutputChannel,
    },
    asUri('/chosen/prompts') as unknown as vscode.Uri,
  );

it('fits a baseline from the prompts of a folder, says what is none, and has it used where that is wanted', async () => {
  files = Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`/chosen/prompts/${at}.txt`, text(at)]));
  files['/chosen/prompts/picture.png'] = null;
  await fit();
  const [chosen, bytes] = written.mock.calls[0]!;
  expect(String(chosen)).toBe('file:///chosen/normal.json');
  const baseline = MonitorBaseline.parse(JSON.parse(Buffer.from(bytes).toString()));
  expect([baseline.inputs, baseline.reference.length]).toEqual([24, 24]);
  expect(Buffer.from(bytes).toString()).not.toMatch(/\bw\d+\b/);
  expect(log.warn).toHaveBeenCalledExactlyOnceWith('/chosen/prompts/picture.png: It is binary.');
  expect(update).toHaveBeenCalledWith('attnscope.monitor.baseline', '/chosen/normal.json', 'workspace');
});

it('writes nothing from too few prompts, and says how many it takes', async () => {
  files = { '/chosen/prompts/a.txt': text(1), '/chosen/prompts/same.txt': text(1) };
  await fit();
  expect(told.mock.calls[0]![0]).toMatch(/^Only 1 different prompts could be read there/);
  files = { '/chosen/prompts/picture.png': null };
  await fit();
  expect(told.mock.calls[1]![0]).toMatch(/^Only 0 different prompts/);
  expect(written).not.toHaveBeenCalled();
});
