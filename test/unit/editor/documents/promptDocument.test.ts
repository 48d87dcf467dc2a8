import { beforeEach, expect, it, vi } from 'vitest';
import type { Scanner } from '../../../../src/editor/scanner/scanner';
import { asDocument } from '../fakeDocuments';
import { EventEmitter } from '../fakeVscode';

const { vscode, open, edit } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => vscode);
Object.assign(vscode.commands, { registerCommand: () => ({ dispose: () => undefined }) });
const { isProgramWithPrompts, isPromptDocument } =
  await import('../../../../src/editor/documents/promptDocument');
const { Scans } = await import('../../../../src/editor/scans/scans');
const { registerScanning } = await import('../../../../src/editor/scans/scanning');

beforeEach(() => {
  vscode.workspace.textDocuments.length = 0;
});

/** A document that is no prompt by the name of its language, with a count of how often its text was asked for. */
function counted(uri: string, languageId: string, text: string) {
  const document = open(uri, text);
  document.languageId = languageId;
  return { document, asked: vi.spyOn(document, 'getText') };
}

it('looks at the text of a document once a version, and sees what an edit makes of it', () => {
  const { document, asked } = counted('file:/settings.json', 'json', '{ "system_prompt": "Be kind." }');
  for (let i = 0; i < 5; i++) expect(isPromptDocument(asDocument(document))).toBe(true);
  expect(asked).toHaveBeenCalledTimes(1);
  edit(document, [0, document.text.length], '{ "name": "none" }');
  for (let i = 0; i < 5; i++) expect(isPromptDocument(asDocument(document))).toBe(false);
  expect(asked).toHaveBeenCalledTimes(2);
});

it('does so of programs too', () => {
  const { document, asked } = counted('file:/bot.py', 'python', 'add = 1');
  for (let i = 0; i < 5; i++) expect(isProgramWithPrompts(asDocument(document))).toBe(false);
  edit(document, [0, 0], 'prompt = "Be kind."\n');
  for (let i = 0; i < 5; i++) expect(isProgramWithPrompts(asDocument(document))).toBe(true);
  expect(asked).toHaveBeenCalledTimes(2);
});

it('of no document is the text asked for while somebody types', async () => {
  vi.useFakeTimers();
  const scan = vi.fn(async () => ({ findings: [], hidden: [], unseen: [] }));
  const none = { onDidChange: new EventEmitter<string>().event, state: () => undefined };
  const decisions = { onDidLearn: new EventEmitter<never>().event, of: () => null, forget: () => undefined };
  registerScanning(new Scans({ scan } as unknown as Scanner), none, decisions, { error: vi.fn() } as never);
  const documents = [
    counted('file:/settings.json', 'json', '{ "system_prompt": "Be kind." }'),
    counted('file:/table.csv', 'csv', 'name;size'),
    counted('file:/bot.py', 'python', 'prompt = "Be kind."'),
  ];
  await vi.runAllTimersAsync();
  for (const { document, asked } of documents) {
    expect(asked).toHaveBeenCalled();
    asked.mockClear();
    for (let i = 0; i < 20; i++) {
      edit(document, [0, 0], ' ');
      vi.advanceTimersByTime(20);
    }
    expect(asked).not.toHaveBeenCalled();
  }
  vi.useRealTimers();
});
