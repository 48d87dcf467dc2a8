import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import type { AnalysisParts } from '../../../../src/editor/commands/runAnalysis';

const { vscode, open, edit } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => vscode);
const runAnalysis = vi.fn(async (_parts: unknown, _target: { text: string; name: string }) => undefined);
vi.mock('../../../../src/editor/commands/runAnalysis', () => ({ runAnalysis }));
const { registerExample } = await import('../../../../src/editor/commands/example');

const URI = 'attnscope-example:/support-mail.prompt.md';
const TEXT = 'Hello.';
const commands = new Map<string, () => Promise<void>>();
let provider: vscodeTypes.FileSystemProvider;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
Object.assign(vscode.commands, {
  registerCommand: (name: string, run: () => Promise<void>) => {
    commands.set(name, run);
    return { dispose: () => undefined };
  },
});
Object.assign(vscode.Uri, {
  joinPath: () => undefined,
  from: ({ scheme, path }: Record<string, string>) => vscode.Uri.parse(`${scheme}:${path}`),
});
Object.assign(vscode, { FileType: { File: 1 } });
Object.assign(vscode.workspace, {
  fs: { readFile: async () => bytes(TEXT) },
  registerFileSystemProvider: (_scheme: string, given: vscodeTypes.FileSystemProvider) => {
    provider = given;
    return { dispose: () => undefined };
  },
});

let registered: { dispose(): void } | undefined;
beforeEach(() => {
  vi.clearAllMocks();
  vscode.workspace.textDocuments.length = 0;
  registered?.dispose();
  registered = registerExample({} as AnalysisParts, 'extension' as unknown as vscodeTypes.Uri);
});

it('the example is analysed where no editor is open, as from the walkthrough and the empty panel', async () => {
  open(URI, TEXT);
  vscode.workspace.textDocuments.length = 0;
  vscode.workspace.openTextDocument = async (uri) => open(uri.toString(), TEXT);
  expect(vscode.window.activeTextEditor).toBeUndefined();
  await commands.get('attnscope.analyzeExample')!();
  expect(runAnalysis.mock.lastCall![1]).toMatchObject({ text: TEXT, name: 'support-mail.prompt.md' });
});

it('a copy that was edited does not ask to be saved: it is saved with each edit', async () => {
  const document = Object.assign(open(URI, TEXT), { isDirty: true, save: vi.fn() });
  edit(document, [0, 0], 'Dear all. ');
  expect(document.save).toHaveBeenCalledOnce();
  const other = Object.assign(open('file:/x.md', TEXT), { isDirty: true, save: vi.fn() });
  edit(other, [0, 0], 'Dear all. ');
  expect(other.save).not.toHaveBeenCalled();
});

it('what is saved is what is read again, and the file in the extension stays as it is', async () => {
  const uri = vscode.Uri.parse(URI) as unknown as vscodeTypes.Uri;
  expect(await provider.readFile(uri)).toEqual(bytes(TEXT));
  const before = await provider.stat(uri);
  await provider.writeFile(uri, bytes('Edited.'), { create: false, overwrite: true });
  expect(await provider.readFile(uri)).toEqual(bytes('Edited.'));
  const after = await provider.stat(uri);
  expect([after.size, after.mtime > before.mtime]).toEqual([7, true]);
});
