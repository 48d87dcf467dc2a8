import { beforeEach, expect, it, vi } from 'vitest';
import { fakeVscode } from '../fakeVscode';

const showQuickPick = vi.fn();
vi.mock('vscode', async () => {
  const { fakeVscode } = await import('../fakeVscode');
  Object.assign(fakeVscode.window, { showQuickPick: (...args: unknown[]) => showQuickPick(...args) });
  return fakeVscode;
});
const { classifierOf } = await import('../../../../src/editor/model/classifierOf');

const update = vi.fn();
const MINE = '/models/classifier';

/** The classifier by these settings, one with these labels. */
function chosen(set: Record<string, string>, labels: string[] = [], mayAsk = true) {
  const get = (name: string) => set[name.replace('attnscope.classifier.', '')];
  fakeVscode.workspace.getConfiguration.mockReturnValue({ get, update } as never);
  const inference = { request: async () => ({ labels }) } as never;
  return classifierOf({} as never, inference, { mayAsk, options: {} });
}

beforeEach(() => {
  fakeVscode.workspace.isTrusted = true;
  showQuickPick.mockReset();
  update.mockReset();
});

it('none scores where none is named, or the folder is not trusted', async () => {
  expect(await chosen({})).toBeUndefined();
  fakeVscode.workspace.isTrusted = false;
  expect(await chosen({ path: MINE, label: 'INJECTION' })).toBeUndefined();
});

it('its label is the one that is set, else the one whose name tells, and nobody is asked', async () => {
  expect(await chosen({ path: MINE, label: 'LABEL_1' })).toEqual({ path: MINE, label: 'LABEL_1' });
  expect(await chosen({ path: MINE }, ['SAFE', 'INJECTION'])).toEqual({ path: MINE });
  expect(showQuickPick).not.toHaveBeenCalled();
});

it('where no label tells the person is asked once, and the answer kept in the settings', async () => {
  showQuickPick.mockResolvedValue('LABEL_1');
  expect(await chosen({ path: MINE }, ['LABEL_0', 'LABEL_1'])).toEqual({ path: MINE, label: 'LABEL_1' });
  expect(showQuickPick.mock.calls[0]![0]).toEqual(['LABEL_0', 'LABEL_1']);
  expect(update.mock.calls).toEqual([['attnscope.classifier.label', 'LABEL_1', 'user']]);
});

it('it does not score where nobody answers, and what runs unseen asks nobody', async () => {
  showQuickPick.mockResolvedValue(undefined);
  expect(await chosen({ path: MINE }, ['LABEL_0', 'LABEL_1'])).toBeUndefined();
  expect(await chosen({ path: MINE }, ['LABEL_0', 'LABEL_1'], false)).toBeUndefined();
  expect(showQuickPick).toHaveBeenCalledTimes(1);
  expect(update).not.toHaveBeenCalled();
});

it('a path that is not whole is refused', async () => {
  await expect(chosen({ path: 'classifier' })).rejects.toThrow(/attnscope\.classifier\.path/);
});
