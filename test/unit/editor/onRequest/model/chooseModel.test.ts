import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import { fakeVscode } from '../../fakeVscode';

vi.mock('vscode', async () => (await import('../../fakeVscode')).fakeVscode);
const { chooseModel, useBundledModel } =
  await import('../../../../../src/editor/onRequest/model/chooseModel');

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

it('a model that Ollama has is chosen by its name; the type of its weights is told, and that some are not read', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'attnscope-choose-'));
  vi.stubEnv('OLLAMA_MODELS', home);
  const manifests = path.join(home, 'manifests/registry.ollama.ai/library/small');
  mkdirSync(manifests, { recursive: true });
  mkdirSync(path.join(home, 'blobs'));
  const digest = `sha256:${'ab'.repeat(32)}`;
  const about = `sha256:${'cd'.repeat(32)}`;
  const layers = [{ mediaType: 'application/vnd.ollama.image.model', digest }];
  writeFileSync(path.join(manifests, '1b'), JSON.stringify({ config: { digest: about }, layers }));
  writeFileSync(path.join(home, 'blobs', about.replace(':', '-')), '{"file_type": "IQ2_XXS"}');
  writeFileSync(path.join(home, 'blobs', digest.replace(':', '-')), Buffer.alloc(2_000_000));
  const update = vi.fn();
  const get = () => undefined;
  fakeVscode.workspace.getConfiguration.mockReturnValue({ get, inspect: () => ({}), update } as never);
  const showQuickPick = vi.fn((choices: { label: string; description?: string; run?(): void }[]) =>
    Promise.resolve(choices.find(({ label }) => label === 'small:1b')),
  );
  Object.assign(fakeVscode.window, { showQuickPick });
  Object.assign(fakeVscode, { QuickPickItemKind: { Separator: -1 } });
  try {
    await chooseModel({} as vscodeTypes.SecretStorage);
  } finally {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  }
  expect(showQuickPick.mock.calls[0]![0]).toContainEqual(
    expect.objectContaining({
      label: 'small:1b',
      description: '2 MB · IQ2_XXS',
      detail: 'Ollama · weights of this type cannot be read',
    }),
  );
  expect(update.mock.calls).toEqual([['attnscope.model.path', 'small:1b', 'user']]);
});

it('a model on a server is named by its address, checked as it is written, and by the folder with its tokenizer', async () => {
  const update = vi.fn();
  const get = () => undefined;
  fakeVscode.workspace.getConfiguration.mockReturnValue({ get, inspect: () => ({}), update } as never);
  const showQuickPick = (choices: { label: string; run?(): void }[]) =>
    Promise.resolve(choices.find(({ label }) => label === 'On a Server by Address…'));
  const wrong: unknown[] = [];
  const showInputBox = ({ validateInput }: vscodeTypes.InputBoxOptions) => {
    wrong.push(validateInput!('https://models.example/llama'), validateInput!(' '));
    return Promise.resolve(' https://models.example/v2/models/llama ');
  };
  const showOpenDialog = () => Promise.resolve([{ fsPath: '/models/llama' }]);
  Object.assign(fakeVscode.window, { showQuickPick, showInputBox, showOpenDialog });
  Object.assign(fakeVscode, { QuickPickItemKind: { Separator: -1 } });
  vi.stubEnv('OLLAMA_MODELS', '/nowhere');
  try {
    await chooseModel({} as vscodeTypes.SecretStorage);
  } finally {
    vi.unstubAllEnvs();
  }
  expect(wrong).toEqual([expect.stringContaining('https://HOST/v2/models/NAME'), undefined]);
  expect(update.mock.calls).toEqual([
    ['attnscope.served.tokenizer', '/models/llama', 'user'],
    ['attnscope.model.path', 'https://models.example/v2/models/llama', 'user'],
  ]);
});
