import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import { fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { includeDocument } = await import('../../../../src/editor/onRequest/includeDocument');

const update = vi.fn();
let set: Record<string, unknown>;
let folder: object | undefined;
beforeEach(() => {
  update.mockReset();
  set = {};
  folder = {};
  fakeVscode.workspace.isTrusted = true;
  Object.assign(fakeVscode.workspace, {
    getWorkspaceFolder: () => folder,
    asRelativePath: ({ path }: { path: string }) => path.replace('/shop/', ''),
  });
  fakeVscode.workspace.getConfiguration.mockReturnValue({
    get: () => undefined,
    inspect: () => set,
    update,
  } as never);
});

const uri = { path: '/shop/notes [old].txt' } as vscodeTypes.Uri;

describe('a file that is not scanned is included by a click', () => {
  it('by its path below the folder, in the settings of the workspace, beside those there', async () => {
    set = { workspaceValue: ['docs/**'], globalValue: ['mine/**'] };
    await includeDocument(uri);
    const globs = ['docs/**', 'notes ?old?.txt'];
    expect(update).toHaveBeenCalledExactlyOnceWith('attnscope.scan.include', globs, 'workspace');
  });

  it('beside those of the person’s own, which a list of the workspace takes the place of', async () => {
    set = { globalValue: ['mine/**'] };
    await includeDocument(uri);
    const globs = ['mine/**', 'notes ?old?.txt'];
    expect(update).toHaveBeenCalledExactlyOnceWith('attnscope.scan.include', globs, 'workspace');
  });

  it('by the path that Windows knows it by', async () => {
    folder = undefined;
    await includeDocument({ path: '/C:/shop/notes.txt' } as vscodeTypes.Uri);
    expect(update).toHaveBeenLastCalledWith('attnscope.scan.include', ['c:/shop/notes.txt'], 'user');
  });

  it('where a list holds: that of the workspace, also for a file that no folder holds', async () => {
    set = { workspaceValue: ['docs/**'], globalValue: ['mine/**'] };
    folder = undefined;
    await includeDocument(uri);
    const globs = ['docs/**', '/shop/notes ?old?.txt'];
    expect(update).toHaveBeenCalledExactlyOnceWith('attnscope.scan.include', globs, 'workspace');
  });

  it('by its whole path, in the person’s own, where no folder holds it or the folder is not trusted', async () => {
    fakeVscode.workspace.isTrusted = false;
    await includeDocument(uri);
    expect(update).toHaveBeenLastCalledWith('attnscope.scan.include', ['/shop/notes ?old?.txt'], 'user');
    fakeVscode.workspace.isTrusted = true;
    folder = undefined;
    await includeDocument(uri);
    expect(update).toHaveBeenLastCalledWith('attnscope.scan.include', ['/shop/notes ?old?.txt'], 'user');
  });
});
