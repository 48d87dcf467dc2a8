import type * as Files from 'node:fs/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { AttnscopeError } from '../../../../../../src/protocol/errors';
import { writeTinyModel } from '../../../../../model/tinyModel';

/** Names of the files that were read. */
const read: string[] = [];
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Files>();
  const readFile = (file: string, ...rest: unknown[]) => {
    read.push(path.basename(file));
    return (real.readFile as (...args: unknown[]) => Promise<unknown>)(file, ...rest);
  };
  return { ...real, readFile };
});
// The runtime itself has no part in it.
vi.mock('../../../../../../src/inference/worker/run/tappedSession', () => ({
  openSession: () => Promise.reject(new AttnscopeError('bad-model', 'The runtime does not load it.')),
}));
const { createModels } = await import('../../../../../../src/inference/worker/models/models');
const { doctor } = await import('../../../../../../src/inference/worker/requests/doctor/doctor');

const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('reads the graph and each file beside it once, and keeps what they say where the model does not load', async () => {
  const model = writeTinyModel(path.join(folder, 'tiny'));
  writeFileSync(path.join(path.dirname(model), 'config.json'), '{"max_position_embeddings": 32}');
  const facts = { read: () => Promise.resolve(undefined), write: () => Promise.resolve() };
  const services = { facts, cacheFolder: folder, threads: undefined };
  const worker = { models: createModels(services as never), facts } as never;
  const diagnosis = await doctor({ model }, worker, () => undefined, new AbortController().signal);
  expect(diagnosis).toMatchObject({ problem: 'The runtime does not load it.', contextLength: 32 });
  expect(diagnosis.opsets).not.toEqual({});
  expect(read.filter((name) => name === 'model.onnx')).toHaveLength(1);
  expect(read.filter((name) => name === 'config.json')).toHaveLength(1);
});
