import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import { isIncluded } from '../../../../src/editor/scanner/settingsNear';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { IncludedDocuments } = await import('../../../../src/editor/scans/includedDocuments');

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'included-'));
  mkdirSync(path.join(root, '.git'));
});
afterEach(() => rmSync(root, { recursive: true }));

const settings = (include: string[]) =>
  writeFileSync(path.join(root, '.attnscope.json'), JSON.stringify({ include, exclude: ['old.txt'] }));
function documentAt(name: string): vscodeTypes.TextDocument {
  const fsPath = path.join(root, name);
  return { uri: { scheme: 'file', fsPath, toString: () => `file:${fsPath}` } } as never;
}

it('knows what the settings of a folder include, and asks nobody where there are none', async () => {
  const includes = vi.fn(async ({ disk }: { disk: { file: string } }) => ({
    included: await isIncluded(disk),
  }));
  const included = new IncludedDocuments({ includes } as never);
  const told: string[] = [];
  included.onDidInclude(({ uri }) => told.push(path.basename(uri.fsPath)));
  expect(included.has(documentAt('mail.txt'))).toBe(false);

  settings(['*.txt']);
  included.forget();
  for (const name of ['mail.txt', 'old.txt', 'mail.eml']) expect(included.has(documentAt(name))).toBe(false);
  await vi.waitFor(() => expect(told).toEqual(['mail.txt']));
  expect(included.has(documentAt('mail.txt'))).toBe(true);
  await vi.waitFor(() => expect(includes).toHaveBeenCalledTimes(3));
  expect(included.has(documentAt('old.txt'))).toBe(false);
});
