import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeTinyModel } from '../../../../model/tinyModel';

const thread = { opened: Promise.reject(new Error('It is damaged.')), end: vi.fn() };
thread.opened.catch(() => undefined);
const openInThread = vi.fn(() => thread);
vi.mock('../../../../../src/inference/worker/tokenizer/openInThread', () => ({ openInThread }));
// The runtime itself has no part in it.
const openSession = vi.fn();
vi.mock('../../../../../src/inference/worker/run/tappedSession', () => ({ openSession }));
const { createModels } = await import('../../../../../src/inference/worker/models/models');
const { loadModel } = await import('../../../../../src/inference/worker/models/loadModel');
const { findModel } = await import('../../../../../src/model/files/modelFolder');

const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-models-'));
afterAll(() => rmSync(folder, { recursive: true }));
const model = writeTinyModel(path.join(folder, 'tiny'));
writeFileSync(path.join(path.dirname(model), 'tokenizer.json'), '{}');
const facts = { read: () => Promise.resolve(undefined), write: () => Promise.resolve() };
const services = { facts, cacheFolder: folder, threads: undefined } as never;
const nothing = (): void => undefined;

beforeEach(() => {
  vi.clearAllMocks();
  openSession.mockResolvedValue({ release: () => Promise.resolve() });
});

describe('the thread of the tokenizer', () => {
  it('does not start for a model of which no text is read', async () => {
    const loaded = await loadModel(await findModel(model), services, nothing);
    expect(openInThread).not.toHaveBeenCalled();
    await loaded.release();
    expect(thread.end).not.toHaveBeenCalled();
  });

  it('starts once where a text turns out to be read after all, and ends with the model', async () => {
    const loaded = await loadModel(await findModel(model), services, nothing);
    for (let i = 0; i < 2; i++) await expect(loaded.tokenizer()).rejects.toThrow('It is damaged.');
    expect(openInThread).toHaveBeenCalledTimes(1);
    await loaded.release();
    expect(thread.end).toHaveBeenCalledTimes(1);
  });

  it('starts before the model is loaded where a text will be read, and ends where that fails', async () => {
    let startedBefore = false;
    openSession.mockImplementation(() => {
      startedBefore = openInThread.mock.calls.length === 1;
      return Promise.reject(new Error('It does not load.'));
    });
    const models = createModels(services);
    await expect(models.open(model, nothing, { forText: true })).rejects.toThrow('It does not load.');
    expect(startedBefore).toBe(true);
    expect(thread.end).toHaveBeenCalledTimes(1);
    openInThread.mockClear();
    await expect(models.open(model, nothing)).rejects.toThrow('It does not load.');
    expect(openInThread).not.toHaveBeenCalled();
  });
});
