import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import type { Scanner } from '../../../../src/editor/scanner/scanner';
import type { Decided } from '../../../../src/protocol/borders/scanner';
import { asDocument, type FakeDocument } from '../fakeDocuments';
import { EventEmitter } from '../fakeVscode';

const { vscode, open, close } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => vscode);
Object.assign(vscode.commands, { registerCommand: () => ({ dispose: () => undefined }) });
const { Scans } = await import('../../../../src/editor/scans/scans');
const { registerScanning } = await import('../../../../src/editor/scans/scanning');

const log = { error: vi.fn() } as unknown as vscodeTypes.LogOutputChannel;
const scan = vi.fn(async (_params: { text: string }) => ({ findings: [], hidden: [], unseen: [] }));
/** Documents whose findings the panel lists. */
const states = new Map<string, object>();
const changed = new EventEmitter<string>();
const listed = { onDidChange: changed.event, state: (uri: string) => states.get(uri) };
const set = (uri: string): void => {
  states.set(uri, {});
  changed.fire(uri);
};
/** What the settings of their folders say of documents: nothing as long as it is not known. */
const decided = new Map<string, Decided | null | undefined>();
const learnt = new EventEmitter<vscodeTypes.TextDocument>();
const decisions = {
  onDidLearn: learnt.event,
  of: ({ uri }: vscodeTypes.TextDocument) => (decided.has(`${uri}`) ? decided.get(`${uri}`) : null),
  forget: () => undefined,
};
const learn = (document: FakeDocument, scan: boolean): void => {
  decided.set(document.uri.toString(), { scan, by: '/.attnscope.json' });
  learnt.fire(asDocument(document));
};
const scanned = () => scan.mock.calls.map(([{ text }]) => text);

let settings: Record<string, unknown> = {};
let scans: InstanceType<typeof Scans>;
let registered: { dispose(): void } | undefined;
beforeEach(() => {
  vi.clearAllMocks();
  states.clear();
  decided.clear();
  settings = {};
  vscode.workspace.getConfiguration.mockReturnValue({ get: (name: string) => settings[name] });
  vscode.workspace.textDocuments.length = 0;
  registered?.dispose();
  scans = new Scans({ scan } as unknown as Scanner);
  registered = registerScanning(scans, listed, decisions, log);
});

it.each(['yaml', 'json', 'python'])(
  'what the panel lists of a document in %s is marked in its text too',
  async (languageId) => {
    const document = open(`file:/chat.${languageId}`, 'Be kind.');
    document.languageId = languageId;
    set('file:/other.prompt.md');
    set(`file:/chat.${languageId}`);
    await vi.waitFor(() => expect(scanned()).toEqual(['Be kind.']));
    // Progress of the analysis is no reason to begin anew.
    changed.fire(`file:/chat.${languageId}`);
    changed.fire(`file:/chat.${languageId}`);
    close(document);
    // What is kept of a closed document is listed again with it.
    const again = open(`file:/chat.${languageId}`, 'Be kinder.');
    again.languageId = languageId;
    await vi.waitFor(() => expect(scanned()).toEqual(['Be kind.', 'Be kinder.']));
  },
);

it('what the settings of a folder include is scanned once that is known', async () => {
  const document = open('file:/mails/one.txt', 'Dear Ann.');
  expect(scanned()).toEqual([]);
  learn(document, true);
  await vi.waitFor(() => expect(scanned()).toEqual(['Dear Ann.']));
});

it('what they include is not scanned while scanning is paused', async () => {
  vi.useFakeTimers();
  settings['attnscope.scan.paused'] = true;
  const document = open('file:/mails/one.txt', 'Dear Ann.');
  learn(document, true);
  await vi.runAllTimersAsync();
  expect(scanned()).toEqual([]);
  settings = {};
  learn(document, true);
  vi.useRealTimers();
  await vi.waitFor(() => expect(scanned()).toEqual(['Dear Ann.']));
});

it('a prompt is not scanned before it is known whether they exclude it, and not if they do', async () => {
  for (const name of ['one', 'two']) decided.set(`file:/vendor/${name}.prompt.md`, undefined);
  const [excluded, other] = [
    open('file:/vendor/one.prompt.md', 'One.'),
    open('file:/vendor/two.prompt.md', 'Two.'),
  ];
  open('file:/AGENTS.md', 'Be kind.');
  await vi.waitFor(() => expect(scanned()).toEqual(['Be kind.']));
  learn(excluded, false);
  learn(other, true);
  await vi.waitFor(() => expect(scanned()).toEqual(['Be kind.', 'Two.']));
});

it('what is excluded while it is open shows nothing any more, and what was closed meanwhile is not scanned', async () => {
  const [open1, closed] = [open('file:/one.prompt.md', 'One.'), open('file:/two.prompt.md', 'Two.')];
  await vi.waitFor(() => expect(scans.current(asDocument(closed))).toBeDefined());
  learn(open1, false);
  expect(scans.current(asDocument(open1))).toBeUndefined();
  close(closed);
  learn(closed, true);
  open('file:/AGENTS.md', 'Be kind.');
  await vi.waitFor(() => expect(scanned()).toContain('Be kind.'));
  expect(scanned()).toHaveLength(3);
});
