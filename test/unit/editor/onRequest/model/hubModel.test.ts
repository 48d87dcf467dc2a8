import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as vscodeTypes from 'vscode';
import { MODEL, sendFrom, startHub, type HubServer, type Misbehaviour } from '../../../../support/hubServer';
import { fakeVscode } from '../../fakeVscode';

vi.mock('vscode', async () => (await import('../../fakeVscode')).fakeVscode);
const { getFromHub } = await import('../../../../../src/editor/onRequest/model/hubModel');
const { forgetHubToken, setHubToken } = await import('../../../../../src/editor/onRequest/model/hubToken');

const GGUF = Buffer.alloc(3_000_000, 'GGUF');
const FILES = { 'tiny-Q4_0.gguf': GGUF, 'tiny-F16.gguf': Buffer.alloc(2000), 'notes.md': Buffer.from('x') };

let folder: string;
let hub: HubServer;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-hub-'));
  vi.stubEnv('HF_HUB_CACHE', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

function memory(): vscodeTypes.SecretStorage {
  const kept = new Map<string, string>();
  return {
    get: async (key: string) => kept.get(key),
    store: async (key: string, value: string) => void kept.set(key, value),
    delete: async (key: string) => void kept.delete(key),
  } as unknown as vscodeTypes.SecretStorage;
}

/** A person who types one text and takes one choice; gives what they saw. */
async function person(typed: string | undefined, chosen?: string, misbehave?: Misbehaviour) {
  hub = await startHub(FILES, misbehave);
  const seen = { choices: [] as object[], told: [] as string[], cancel: (): void => undefined };
  fakeVscode.workspace.getConfiguration.mockReturnValue({
    get: (name: string) => (name === 'attnscope.hub.endpoint' ? hub.endpoint : undefined),
  });
  Object.assign(fakeVscode.window, {
    showInputBox: async () => typed,
    showInformationMessage: async () => undefined,
    showQuickPick: async (choices: { label: string }[]) => {
      seen.choices = choices;
      return choices.find(({ label }) => label === chosen);
    },
    withProgress: (_: unknown, work: (progress: unknown, cancel: unknown) => unknown) =>
      work(
        { report: ({ message }: { message: string }) => seen.told.push(message) },
        { onCancellationRequested: (end: () => void) => (seen.cancel = end) },
      ),
  });
  return seen;
}

it('what can be read is offered with its size; what is chosen is got, with progress', async () => {
  const seen = await person(MODEL, 'Q4_0');
  const place = await getFromHub(memory());
  expect(seen.choices).toMatchObject([
    { label: 'F16', description: '2 kB', detail: 'tiny-F16.gguf' },
    { label: 'Q4_0', description: '3 MB', detail: 'tiny-Q4_0.gguf' },
  ]);
  expect(readFileSync(place!).equals(GGUF)).toBe(true);
  expect(seen.told[0]).toBe('0 of 3 MB');
});

it('nothing is sent before an id was given', async () => {
  await person(undefined);
  expect(await getFromHub(memory())).toBeUndefined();
  expect(hub.seen).toEqual([]);
});

it('a token is sent to the hub that it was set for, until it is forgotten, and to no other', async () => {
  const secrets = memory();
  await person('hf_secret');
  await setHubToken(secrets);
  const tokens = async () => {
    Object.assign(fakeVscode.window, { showInputBox: async () => MODEL });
    await getFromHub(secrets);
    return [...new Set(hub.seen.splice(0).map(({ token }) => token))];
  };
  expect(await tokens()).toEqual(['Bearer hf_secret']);
  await forgetHubToken(secrets);
  expect(await tokens()).toEqual([undefined]);

  await setHubToken(secrets);
  await hub.close();
  await person(MODEL);
  expect(await tokens()).toEqual([undefined]);
});

it('a download that is ended leaves nothing', async () => {
  const seen = await person(`${MODEL}:Q4_0`, undefined, ({ bytes }, response) => {
    sendFrom(response, bytes, 0).write(bytes.subarray(0, 100_000), () => seen.cancel());
    return true;
  });
  await expect(getFromHub(memory())).rejects.toMatchObject({ code: 'cancelled' });
  expect(readdirSync(folder)).toEqual([]);
});
