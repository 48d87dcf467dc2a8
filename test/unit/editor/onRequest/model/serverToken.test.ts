import { expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import { fakeVscode } from '../../fakeVscode';

vi.mock('vscode', async () => (await import('../../fakeVscode')).fakeVscode);
const { forgetServerToken, serverToken, setServerToken } =
  await import('../../../../../src/editor/onRequest/model/serverToken');

const kept = new Map<string, string>();
const secrets = {
  get: async (key: string) => kept.get(key),
  store: async (key: string, value: string) => void kept.set(key, value),
  delete: async (key: string) => void kept.delete(key),
} as unknown as vscodeTypes.SecretStorage;

/** A person whose settings name this model, and who types this token. */
function person(model: string, typed?: string): void {
  fakeVscode.workspace.getConfiguration.mockReturnValue({
    get: (name: string) => (name === 'attnscope.model.path' ? model : undefined),
  });
  Object.assign(fakeVscode.workspace, { isTrusted: true, workspaceFolders: undefined });
  Object.assign(fakeVscode.window, {
    showInputBox: async () => typed,
    showInformationMessage: async () => undefined,
  });
}

const model = 'https://models.example/v2/models/mine';

it('a token is kept for the server that the settings name, until it is forgotten, and for no other', async () => {
  person(model, ' sesame ');
  await setServerToken(secrets);
  expect(await serverToken(secrets, model)).toBe('sesame');
  expect(await serverToken(secrets, 'https://models.example/v2/models/other')).toBe('sesame');
  for (const other of ['https://other.example', 'https://models.example:444', 'http://models.example'])
    expect(await serverToken(secrets, `${other}/v2/models/mine`)).toBeUndefined();
  await forgetServerToken(secrets);
  expect(await serverToken(secrets, model)).toBeUndefined();
});

it('it is not asked for where the settings name no server', async () => {
  person('/models/mine', 'sesame');
  await expect(setServerToken(secrets)).rejects.toThrow('Name a model on a server first');
  expect(kept.size).toBe(0);
});
