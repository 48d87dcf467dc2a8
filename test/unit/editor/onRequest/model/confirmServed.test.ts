import { beforeEach, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { confirmServed } from '../../../../../src/editor/onRequest/model/confirmServed';

vi.mock('vscode', async () => ({
  ...(await import('../../fakeVscode')).fakeVscode,
  workspace: { isTrusted: true },
  window: {},
}));

const model = 'https://models.example:8443/v2/models/mine';
const ask = vi.fn<(...words: unknown[]) => Promise<string | undefined>>();
const workspace = vscode.workspace as unknown as { isTrusted: boolean };
let kept: Record<string, unknown>;
const state = {
  get: (key: string, otherwise: unknown) => kept[key] ?? otherwise,
  update: (key: string, value: unknown) => Promise.resolve(void (kept[key] = value)),
} as unknown as vscode.Memento;

beforeEach(() => {
  kept = {};
  ask.mockReset().mockResolvedValue('Send');
  Object.assign(vscode.window, { showWarningMessage: ask });
  workspace.isTrusted = true;
});

it('a server is named and confirmed once, however many requests wait, and each model by itself', async () => {
  await Promise.all([confirmServed(model, state), confirmServed(model, state)]);
  await confirmServed(model, state);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(ask.mock.calls[0]![0]).toContain('models.example:8443');
  await confirmServed(`${model}2`, state);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('what was declined is not sent, and asked again the next time', async () => {
  ask.mockResolvedValue(undefined);
  await expect(confirmServed(model, state)).rejects.toMatchObject({ code: 'cancelled' });
  await expect(confirmServed(model, state)).rejects.toMatchObject({ code: 'cancelled' });
  expect(ask).toHaveBeenCalledTimes(2);
});

it('in a workspace that is not trusted nobody is asked', async () => {
  workspace.isTrusted = false;
  await expect(confirmServed(model, state)).rejects.toThrow(/trusted workspaces only/);
  expect(ask).not.toHaveBeenCalled();
});
