import { afterEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Scanner } from '../../../../src/editor/scanner/scanner';
import { AttnscopeError } from '../../../../src/protocol/errors';
import { sentence } from '../../../../src/protocol/sentence';
import { fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { Scans } = await import('../../../../src/editor/scans/scans');

const document = {
  version: 1,
  languageId: 'prompt',
  uri: { path: '/mail.prompt.md', toString: () => 'file:///mail.prompt.md' },
  getText: () => 'Be kind.',
} as unknown as vscode.TextDocument;

afterEach(() => void (fakeVscode.l10n.bundle = undefined));

it('why a scan failed is told in the language of VS Code, and logged in English', async () => {
  fakeVscode.l10n.bundle = { 'It took {n} seconds.': 'Es dauerte {n} Sekunden.' };
  const failing = {
    scan: () =>
      Promise.reject(new AttnscopeError('bad-input', [sentence('It took {n} seconds.', { n: 30 })])),
  } as unknown as Scanner;
  const scans = new Scans(failing);
  await expect(scans.scan(document)).rejects.toThrow('It took 30 seconds.');
  expect(scans.failure(document)).toBe('Es dauerte 30 Sekunden.');
});
