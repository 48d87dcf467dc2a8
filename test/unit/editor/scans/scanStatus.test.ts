import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Decided, WrongSettings } from '../../../../src/protocol/borders/scanner';
import type { Scans } from '../../../../src/editor/scans/scans';
import { EventEmitter, fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { registerScanStatus } = await import('../../../../src/editor/scans/scanStatus');

const document = {
  languageId: 'prompt',
  version: 1,
  uri: { scheme: 'file', path: '/shop/mail' },
  getText: () => 'Be kind.',
};
const changed = new EventEmitter<unknown>();
const known: { findings?: unknown[]; failure?: string } = {};
const scans = {
  onDidChange: changed.event,
  current: () => (known.findings ? { version: 1, findings: known.findings, checkedLength: 8 } : undefined),
  failure: () => known.failure,
} as unknown as Scans;

const set: Record<string, unknown> = {};
/** Sets settings, all others being the defaults, and tells of it as VS Code does. */
const change = (settings: Record<string, unknown>): void => {
  for (const name of Object.keys(set)) delete set[name];
  Object.assign(set, settings);
  for (const [listener] of fakeVscode.workspace.onDidChangeConfiguration.mock.calls)
    listener({ affectsConfiguration: (section: string) => section === 'attnscope.scan' });
};

let decided: Decided | null | undefined;
let wrong: WrongSettings | undefined;
const learnt = new EventEmitter<never>();
let item: Record<string, unknown>;
beforeEach(() => {
  vi.clearAllMocks();
  item = { dispose: () => undefined };
  fakeVscode.languages.createLanguageStatusItem.mockReturnValue(item);
  fakeVscode.window.activeTextEditor = { document };
  fakeVscode.workspace.getConfiguration.mockReturnValue({ get: (name) => set[name] });
  decided = null;
  wrong = undefined;
  registerScanStatus(scans, { of: () => decided, wrongOf: () => wrong, onDidLearn: learnt.event });
});

it('a scan that failed never looks like a clean one: it says why, and offers another', () => {
  Object.assign(known, { findings: undefined, failure: 'It took too long. Lower the limit.' });
  changed.fire(document);
  expect(item).toMatchObject({
    text: 'Attnscope: Not scanned',
    severity: fakeVscode.LanguageStatusSeverity.Error,
    detail: 'It took too long. Lower the limit.',
    command: { command: 'attnscope.scan' },
    selector: { language: 'prompt' },
  });
});

it('settings that stop the scan are told of in few words, with a click to the place that is wrong', () => {
  Object.assign(known, { findings: undefined, failure: '".attnscope.json" cannot be used. Line 3, …' });
  const problem = { line: 3, column: 5, endLine: 3, endColumn: 9, message: 'This rule is not known.' };
  wrong = { file: '/repo/.attnscope.json', problems: [problem], bySchema: false };
  changed.fire(document);
  expect(item).toMatchObject({
    text: 'Attnscope: Not scanned',
    severity: fakeVscode.LanguageStatusSeverity.Error,
    detail: 'Line 3 of .attnscope.json is wrong.',
    command: {
      command: 'vscode.open',
      arguments: ['/repo/.attnscope.json', { selection: { start: { line: 2, character: 4 } } }],
    },
  });
});

it('what was suppressed is counted too, apart', () => {
  Object.assign(known, { findings: [{}, { suppressed: true }], failure: undefined });
  changed.fire(document);
  expect(item).toMatchObject({ text: 'Attnscope: 1 finding', detail: '1 suppressed' });
});

it('a scan that succeeds after one that failed takes its words back', () => {
  Object.assign(known, { findings: undefined, failure: 'It took too long.' });
  changed.fire(document);
  Object.assign(known, { findings: [], failure: undefined });
  changed.fire(document);
  expect(item).toMatchObject({
    text: 'Attnscope: 0 findings',
    severity: 0,
    detail: undefined,
    command: undefined,
  });
});

describe('a prompt that a setting leaves out never looks like a clean one', () => {
  beforeEach(() => void Object.assign(known, { findings: undefined, failure: undefined }));

  it('is told as not scanned while scanning is paused, until it goes on', () => {
    change({ 'attnscope.scan.paused': true });
    expect(item).toMatchObject({
      text: 'Attnscope: Not scanned',
      severity: fakeVscode.LanguageStatusSeverity.Warning,
      detail: 'Paused by a setting.',
      command: { command: 'workbench.action.openSettings', arguments: ['attnscope.scan.paused'] },
      selector: { language: 'prompt' },
    });
    change({});
    expect(item.selector).toEqual([]);
  });

  it('is told as not scanned where its file is excluded', () => {
    fakeVscode.languages.match.mockImplementation(({ pattern }) => (pattern === '**' ? 10 : 0));
    change({ 'attnscope.scan.exclude': ['**'] });
    expect(item).toMatchObject({
      text: 'Attnscope: Not scanned',
      detail: 'Excluded by a setting.',
      command: { arguments: ['attnscope.scan.exclude'] },
    });
  });

  it('is told as not scanned where the settings of its folder exclude it, with a click that opens them', () => {
    fakeVscode.languages.match.mockReturnValue(0);
    change({});
    expect(item.selector).toEqual([]);
    decided = { scan: false, by: '/repo/.attnscope.json' };
    learnt.fire(document as never);
    expect(item).toMatchObject({
      text: 'Attnscope: Not scanned',
      severity: fakeVscode.LanguageStatusSeverity.Warning,
      detail: 'Excluded by .attnscope.json.',
      command: { command: 'vscode.open', arguments: ['/repo/.attnscope.json'] },
    });
  });

  it('a file that nobody takes for a prompt is told as not scanned, with a click that includes it', () => {
    fakeVscode.languages.match.mockReturnValue(0);
    fakeVscode.window.activeTextEditor = { document: { ...document, languageId: 'python' } };
    change({});
    expect(item).toMatchObject({
      text: 'Attnscope: Not scanned',
      detail: 'No prompt by name or language.',
      severity: fakeVscode.LanguageStatusSeverity.Information,
      command: { command: 'attnscope.includeFile', arguments: [document.uri] },
      selector: { language: 'python' },
    });
  });

  it('nothing is told of the file that says how to scan', () => {
    fakeVscode.languages.match.mockReturnValue(0);
    const uri = { ...document.uri, path: '/shop/.attnscope.json' };
    fakeVscode.window.activeTextEditor = { document: { ...document, languageId: 'jsonc', uri } };
    change({});
    expect(item.selector).toEqual([]);
  });

  it('nothing is told of it once a glob includes it, nor of what nobody writes', () => {
    const python = { ...document, languageId: 'python' };
    fakeVscode.window.activeTextEditor = { document: python };
    fakeVscode.languages.match.mockImplementation(({ pattern }) => (pattern === 'lib/**' ? 10 : 0));
    change({ 'attnscope.scan.include': ['lib/**'] });
    expect(item.selector).toEqual([]);
    fakeVscode.window.activeTextEditor = { document: { ...python, uri: { scheme: 'output' } } };
    change({});
    expect(item.selector).toEqual([]);
  });
});
