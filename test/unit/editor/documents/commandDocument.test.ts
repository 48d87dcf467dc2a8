import { beforeEach, expect, it, vi } from 'vitest';
import type { FakeDocument } from '../fakeDocuments';

const { vscode, open, show, activate, files } = await vi.hoisted(async () =>
  (await import('../fakeDocuments')).fakeWindow(),
);
vi.mock('vscode', () => vscode);
const { commandDocument } = await import('../../../../src/editor/documents/commandDocument');

/** What a command is about: the path of its document, and what is selected where that counts. */
async function about(argument?: unknown, selected?: unknown) {
  const named = await commandDocument(argument, selected);
  if (!named?.editor) return named?.document.uri.path;
  const { start, end } = named.editor.selection;
  return [named.document.uri.path, named.document.getText().slice(start.character, end.character)];
}

let a: FakeDocument;
let b: FakeDocument;
beforeEach(() => {
  vscode.workspace.textDocuments.length = 0;
  vscode.window.visibleTextEditors = [];
  [a, b] = [open('file:/a.prompt.md', 'You are kind.'), open('file:/b.prompt.md', 'You are brief.')];
  activate(show(a, [8, 12]));
});

it('without arguments a command is about what is selected in the active editor', async () => {
  expect(await about()).toEqual(['/a.prompt.md', 'kind']);
});

it('the menus of an editor name its document; what is selected there counts', async () => {
  expect(await about(a.uri, { groupId: 1 })).toEqual(['/a.prompt.md', 'kind']);
  expect(await about(a.uri)).toEqual(['/a.prompt.md', 'kind']);
});

it('a file of the explorer is meant as a whole', async () => {
  expect(await about(a.uri, [a.uri])).toBe('/a.prompt.md');
});

it('a document that is named is meant, not the active one', async () => {
  show(b, [8, 13]);
  expect(await about(b.uri, { groupId: 2 })).toEqual(['/b.prompt.md', 'brief']);
});

it('a file that is named and not open is opened and shown', async () => {
  files.set('file:/c.prompt.md', 'You are fast.');
  expect(await about(vscode.Uri.parse('file:/c.prompt.md'))).toEqual(['/c.prompt.md', '']);
  expect(vscode.window.visibleTextEditors).toHaveLength(2);
});

it('nothing is meant where nothing is open', async () => {
  activate(undefined);
  expect(await about()).toBeUndefined();
});
