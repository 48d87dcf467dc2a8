import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import { decidedNear } from '../../../../src/editor/scanner/settingsNear';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { FolderDecisions } = await import('../../../../src/editor/scans/folderDecisions');

let root: string;
let file: string;
const told: string[] = [];
const decides = vi.fn(({ disk }: { disk: { file: string } }) => decidedNear(disk));
let decisions: InstanceType<typeof FolderDecisions>;
beforeEach(() => {
  vi.clearAllMocks();
  root = mkdtempSync(path.join(tmpdir(), 'decided-'));
  file = path.join(root, '.attnscope.json');
  mkdirSync(path.join(root, '.git'));
  told.length = 0;
  decisions = new FolderDecisions({ decides } as never);
  decisions.onDidLearn(({ uri }) => told.push(path.basename(uri.fsPath)));
});
afterEach(() => rmSync(root, { recursive: true }));

const NAMES = ['mail.txt', 'old.txt', 'mail.eml'];
function documentAt(name: string): vscodeTypes.TextDocument {
  const fsPath = path.join(root, name);
  return { uri: { scheme: 'file', fsPath, toString: () => `file:${fsPath}` } } as never;
}
const all = () => NAMES.map((name) => decisions.of(documentAt(name)));

it('asks nobody where there are no settings, or a document has no file', async () => {
  expect(decisions.of({ uri: { scheme: 'untitled', toString: () => 'untitled:1' } } as never)).toBeNull();
  expect(all()).toEqual([undefined, undefined, undefined]);
  await vi.waitFor(() => expect(told).toHaveLength(NAMES.length));
  expect(all()).toEqual([null, null, null]);
  expect(decides).not.toHaveBeenCalled();
});

it('knows what the settings of a folder include and exclude, and asks again once they were edited', async () => {
  writeFileSync(file, JSON.stringify({ include: ['*.txt'], exclude: ['old.txt'] }));
  expect(all()).toEqual([undefined, undefined, undefined]);
  await vi.waitFor(() => expect(told).toHaveLength(3));
  expect(all()).toEqual([{ scan: true, by: file }, { scan: false, by: file }, null]);

  writeFileSync(file, JSON.stringify({ exclude: ['*.txt'] }));
  decisions.forget();
  all();
  await vi.waitFor(() => expect(told).toHaveLength(6));
  expect(all()).toEqual([{ scan: false, by: file }, { scan: false, by: file }, null]);
});

it('settings that cannot be used exclude nothing, and it is known which and where', async () => {
  writeFileSync(file, '{ "exclude": ["*.txt"],\n  "rules": { "leak/nothing": "off" } }');
  decisions.of(documentAt('mail.txt'));
  decisions.of(documentAt('old.txt'));
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(decisions.of(documentAt('mail.txt'))).toBeNull();
  expect(decisions.wrong).toHaveLength(1);
  expect(decisions.wrongOf(documentAt('mail.txt'))).toMatchObject({
    file,
    problems: [{ line: 2, column: 14, endLine: 2, endColumn: 28 }],
    bySchema: false,
  });
  decisions.forget();
  expect(decisions.wrong).toEqual([]);
});

it('what the schema of settings tells is known as such', async () => {
  writeFileSync(file, '{ "exclude": ["*.txt"], "excluded": [] }');
  decisions.of(documentAt('mail.txt'));
  await vi.waitFor(() => expect(told).toEqual(['mail.txt']));
  expect(decisions.wrongOf(documentAt('mail.txt'))!.bySchema).toBe(true);
});
