import { beforeEach, expect, it, vi } from 'vitest';
import type { Scans } from '../../../../src/editor/findings/scans';
import { EventEmitter, fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { registerScanStatus } = await import('../../../../src/editor/findings/scanStatus');

const document = { languageId: 'prompt', getText: () => 'Be kind.' };
const changed = new EventEmitter<unknown>();
const known: { findings?: unknown[]; failure?: string } = {};
const scans = {
  onDidChange: changed.event,
  current: () => (known.findings ? { version: 1, findings: known.findings, checkedLength: 8 } : undefined),
  failure: () => known.failure,
} as unknown as Scans;

let item: Record<string, unknown>;
beforeEach(() => {
  item = { dispose: () => undefined };
  fakeVscode.languages.createLanguageStatusItem.mockReturnValue(item);
  fakeVscode.window.activeTextEditor = { document };
  registerScanStatus(scans);
});

it('a scan that failed never looks like a clean one: it says why, and offers another', () => {
  Object.assign(known, { findings: undefined, failure: 'It took too long. Lower the limit.' });
  changed.fire(document);
  expect(item).toMatchObject({
    text: 'Not scanned',
    severity: fakeVscode.LanguageStatusSeverity.Error,
    detail: 'It took too long. Lower the limit.',
    command: { command: 'attnscope.scan' },
    selector: { language: 'prompt' },
  });
});

it('a scan that succeeds after one that failed takes its words back', () => {
  Object.assign(known, { findings: undefined, failure: 'It took too long.' });
  changed.fire(document);
  Object.assign(known, { findings: [], failure: undefined });
  changed.fire(document);
  expect(item).toMatchObject({ text: '0 findings', severity: 0, detail: undefined, command: undefined });
});
