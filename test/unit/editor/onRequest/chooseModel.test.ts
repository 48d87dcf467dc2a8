import { expect, it, vi } from 'vitest';
import { fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { useBundledModel } = await import('../../../../src/editor/onRequest/chooseModel');

/** What is changed so that no setting names a model; `heldBack` is one that cannot be changed from here. */
async function changes(set: Record<string, string>, heldBack = ''): Promise<unknown[][]> {
  const update = vi.fn();
  const get = (name: string) => (name === 'attnscope.model.path' ? heldBack : undefined);
  fakeVscode.workspace.getConfiguration.mockReturnValue({ get, inspect: () => set, update } as never);
  await useBundledModel();
  return update.mock.calls;
}

it('the bundled model is used again once no setting names another', async () => {
  const set = { workspaceValue: '/models/mine.onnx', globalValue: '/models/other.onnx' };
  expect(await changes(set)).toEqual([
    ['attnscope.model.path', undefined, 'user'],
    ['attnscope.model.path', undefined, 'workspace'],
  ]);
});

it('what a person set on another machine than the one with the files is overruled', async () => {
  expect(await changes({ globalValue: '/models/mine.onnx' }, '/models/mine.onnx')).toEqual([
    ['attnscope.model.path', undefined, 'user'],
    ['attnscope.model.path', '', 'user'],
  ]);
});
