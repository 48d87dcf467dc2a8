import { beforeEach, expect, it, vi } from 'vitest';
import { spelledOut } from '../../../../src/detection/hidden/spelledOut';
import type { Scans } from '../../../../src/editor/scans/scans';
import { fakeDocument } from '../fakeDocuments';
import { EventEmitter, fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { registerHiddenCharacters } = await import('../../../../src/editor/findings/hiddenCharacters');

const TEXT = 'A \u200bword \u202eback\u202c, an escape \u001b[8m and a hy\u00adphen.';
const document = fakeDocument('file:/x.md', TEXT);
const changed = new EventEmitter<unknown>();
const scans = {
  onDidChange: changed.event,
  current: () => ({ hidden: spelledOut(TEXT) }),
} as unknown as Scans;

const setDecorations = vi.fn(
  (_type: unknown, _marks: { renderOptions: { before: { contentText: string } } }[]) => {},
);
Object.assign(fakeVscode.window, { visibleTextEditors: [{ document, setDecorations }] });

/** What is marked where VS Code's own marks are set so. */
function marked(set: Record<string, boolean>): string[] {
  fakeVscode.workspace.getConfiguration.mockReturnValue({ get: (name) => set[name] });
  changed.fire(document);
  return setDecorations.mock.lastCall![1].map(({ renderOptions }) => renderOptions.before.contentText);
}

beforeEach(() => void registerHiddenCharacters(scans));

it('a character that VS Code makes visible is not marked a second time', () => {
  const all = ['U+200B', 'U+202E', 'U+202C', 'U+001B', 'U+00AD'];
  expect(marked({})).toEqual(all);
  // In prompt files.
  expect(marked({ renderControlCharacters: true })).toEqual(['U+200B', 'U+00AD']);
  // In all others.
  const both = { renderControlCharacters: true, 'unicodeHighlight.invisibleCharacters': true };
  expect(marked(both)).toEqual([]);
});
