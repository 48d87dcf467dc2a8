import { setImmediate } from 'node:timers/promises';
import { beforeEach, expect, it, vi } from 'vitest';

const { vscode, open, close, edit, save, saveAs } = await vi.hoisted(async () =>
  (await import('../fakeDocuments')).fakeWindow(),
);
vi.mock('vscode', () => vscode);
const { onDidCloseForGood, onDidSaveUntitled } =
  await import('../../../../src/editor/documents/documentLife');

const UNTITLED = 'untitled:Untitled-1';
const TEXT = 'You are kind.';

beforeEach(() => {
  vscode.workspace.textDocuments.length = 0;
});

it('a document is closed for good, but not where its language changes, which opens it again', async () => {
  const closed: string[] = [];
  const listening = onDidCloseForGood((uri) => void closed.push(uri.toString()));
  close(open('file:/a.md', TEXT));
  close(open('file:/b.md', TEXT));
  open('file:/b.md', TEXT);
  await setImmediate();
  expect(closed).toEqual(['file:/a.md']);
  listening.dispose();
});

it('a file is known as what an untitled document of the same text was saved as, and no other', () => {
  const saved: string[][] = [];
  const listening = onDidSaveUntitled(({ uri }, file) => saved.push([uri, file.uri].map(String)));
  open('untitled:Untitled-2', 'Another text.');
  open('file:/other.md', TEXT);
  saveAs(open(UNTITLED, TEXT), 'file:/a.md');
  expect(saved).toEqual([[UNTITLED, 'file:/a.md']]);
  listening.dispose();
});

it('a file that happens to have the text of an untitled document is not what that was saved as', () => {
  const saved: string[][] = [];
  const listening = onDidSaveUntitled(({ uri }, file) => saved.push([uri, file.uri].map(String)));
  const untitled = open(UNTITLED, TEXT);
  const file = open('file:/a.md', TEXT);
  save(file);
  edit(untitled, [0, 0], 'Well. ');
  save(file);
  close(untitled);
  expect(saved).toEqual([]);
  listening.dispose();
});
