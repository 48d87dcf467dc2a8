import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { spawnChild } from '../../src/inference/client/childProcess';
import {
  createInferenceClient,
  type InferenceClient,
} from '../../src/inference/client/createInferenceClient';
import type { ModelInput } from '../../src/protocol/prompt';
import { pack, type Packed } from '../../src/protocol/borders/packed';
import { writeTinyModel } from './tinyModel';

const root = path.resolve(import.meta.dirname, '../..');
const childPath = path.join(root, 'dist/inference.js');
const bundled = path.join(root, 'media/model');

let folder: string;
let tiny: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
  tiny = writeTinyModel(path.join(folder, 'tiny'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const clients: InferenceClient[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.dispose()));

/** A client that says which process answers it. */
function start(): { client: InferenceClient; pid: () => number } {
  let pid: number | undefined;
  const client = createInferenceClient({
    childPath,
    settings: { cacheFolder: path.join(folder, 'cache') },
    spawn: (...args) => {
      const child = spawnChild(...args);
      pid = child.pid;
      return child;
    },
  });
  clients.push(client);
  return { client, pid: () => pid! };
}

/** A run of some hundred milliseconds. */
const longRun = (client: InferenceClient, onStart: () => void, signal?: AbortSignal) =>
  client.request(
    'maps',
    {
      ...{ model: tiny, layers: [0], heads: ['mean'], firstQuery: 0, endQuery: 3_000, pool: 100 },
      tokenIds: Array.from({ length: 3_000 }, (_, i) => i % 32),
    },
    { signal, onProgress: ({ stage, done }) => stage === 'attention' && done === 0 && onStart() },
  );

function plain(text: string): Packed<ModelInput> {
  const run = { contentStart: 0, contentEnd: text.length, sourceStart: 0, sourceEnd: text.length };
  const segment = {
    role: 'prompt',
    trust: 'author',
    start: 0,
    end: text.length,
    content: text,
    runs: [run],
  } as const;
  return pack<ModelInput>({ rendering: 'raw', segments: [{ ...segment, runs: [run] }] });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const untilGone = (pid: number) => expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);

describe('the inference process', () => {
  it('keeps native code out of the process that asks', async () => {
    const { client } = start();
    await client.request('analyze', {
      model: bundled,
      input: plain('One two three.'),
      spans: [],
      overflow: 'refuse',
    });
    const modules = Object.keys(createRequire(import.meta.url).cache);
    const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] };
    expect([...modules, ...sharedObjects].filter((file) => /onnxruntime|[\\/]tokenizers/.test(file))).toEqual(
      [],
    );
  });

  it('is killed in a run twenty times in a row: a clear message each time, and the next request works', async () => {
    const { client, pid } = start();
    const pids = new Set<number>();
    for (let round = 0; round < 20; round++) {
      const error = await longRun(client, () => process.kill(pid(), 'SIGKILL')).catch((e: unknown) => e);
      expect(error).toMatchObject({ code: 'crashed', message: expect.stringMatching(/SIGKILL.*ask again/) });
      expect((error as Error).message).not.toContain('\n');
      pids.add(pid());
      expect((await client.request('openModel', { model: tiny })).layers).toBe(1);
    }
    expect(pids.size).toBe(20);
  });

  it('ends at once on cancel, also in the middle of a native call, and starts again when asked', async () => {
    const { client, pid } = start();
    const abort = new AbortController();
    const running = longRun(client, () => abort.abort(), abort.signal);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    const cancelled = pid();
    expect((await client.request('openModel', { model: tiny })).heads).toBe(2);
    expect(pid()).not.toBe(cancelled);
    await untilGone(cancelled);
  });

  it('ends itself when the process that started it is gone', async () => {
    const script = `const child = require('node:child_process').fork(${JSON.stringify(childPath)}, ['{}'], { serialization: 'advanced' });
      child.on('message', () => console.log(child.pid));
      child.send({ kind: 'request', id: 1, method: 'memory', params: {} });`;
    const host = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>((resolve) =>
      host.stdout.once('data', (data) => resolve(Number(data))),
    );
    expect(isAlive(pid)).toBe(true);
    host.kill('SIGKILL');
    await untilGone(pid);
  });

  it('says why it could not start', async () => {
    const client = createInferenceClient({ childPath: path.join(folder, 'nothing.js') });
    clients.push(client);
    const error = await client.request('memory', {}).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'crashed', message: expect.stringMatching(/Cannot find module/) });
    expect((error as Error).message).not.toContain('\n');
  });
});

describe('a prompt and the context of the bundled model', () => {
  const long = plain('word '.repeat(9_000));

  it('is refused with the numbers where it is longer', async () => {
    const { client } = start();
    const request = client.request('analyze', { model: bundled, input: long, spans: [], overflow: 'refuse' });
    await expect(request).rejects.toMatchObject({
      code: 'too-long',
      message: expect.stringMatching(/9,001 .*8,192/),
    });
  });

  it('has nothing to read where it is empty', async () => {
    const { client } = start();
    const request = client.request('analyze', {
      model: bundled,
      input: plain(''),
      spans: [],
      overflow: 'refuse',
    });
    await expect(request).rejects.toMatchObject({ code: 'bad-input' });
  });
});
