import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import type { Scanner } from '../../../../src/editor/scanner/scanner';
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
/** Documents that the settings of their folders include. */
const inSettings = new Set<string>();
const nowIncluded = new EventEmitter<vscodeTypes.TextDocument>();
const included = {
  onDidInclude: nowIncluded.event,
  has: ({ uri }: vscodeTypes.TextDocument) => inSettings.has(uri.toString()),
  forget: () => inSettings.clear(),
};
const scanned = () => scan.mock.calls.map(([{ text }]) => text);

let registered: { dispose(): void } | undefined;
beforeEach(() => {
  vi.clearAllMocks();
  states.clear();
  inSettings.clear();
  vscode.workspace.textDocuments.length = 0;
  registered?.dispose();
  registered = registerScanning(new Scans({ scan } as unknown as Scanner), listed, included, log);
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
  inSettings.add(document.uri.toString());
  nowIncluded.fire(document as unknown as vscodeTypes.TextDocument);
  await vi.waitFor(() => expect(scanned()).toEqual(['Dear Ann.']));
});
