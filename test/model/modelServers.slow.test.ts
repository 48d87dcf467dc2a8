import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createInferenceClient,
  type InferenceClient,
} from '../../src/inference/client/createInferenceClient';
import { BUNDLED } from './bundledModel';

/** A Python with the server's package and onnxruntime, by its path; the usual one where none is named. */
const python = process.env.ATTNSCOPE_PYTHON ?? 'python3';

describe.each([
  ['KServe’s model server', 'kserve', 'kserveServer.py'],
  ['MLServer', 'mlserver', 'mlServer.py'],
])('the bundled model on %s', (_, name, script) => {
  const isThere = spawnSync(python, ['-c', `import ${name}, onnxruntime`]).status === 0;
  if (!isThere)
    console.log(`Skipped: no Python with ${name} and onnxruntime (name one in ATTNSCOPE_PYTHON).`);
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
  let client: InferenceClient | undefined;
  let server: ChildProcess | undefined;
  let url: string;

  beforeAll(async () => {
    if (!isThere) return;
    client = createInferenceClient({
      childPath: path.resolve(import.meta.dirname, '../../dist/inference.js'),
      settings: { cacheFolder: path.join(folder, 'cache'), mapBytes: 0 },
    });
    const out = path.join(folder, 'bundled');
    await client.request('tap', { model: BUNDLED, reduce: 'none', out });
    const port = await freePort();
    const program = path.resolve(import.meta.dirname, '../oracle', script);
    server = spawn(python, [program, out, String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
    await new Promise<void>((listening) => {
      server!.stderr!.on('data', (text: Buffer) => {
        if (/Uvicorn running/.test(String(text))) listening();
      });
    });
    url = `http://127.0.0.1:${port}/v2/models/bundled`;
  });
  afterAll(() => {
    client?.dispose();
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(!isThere)('gives the same maps and next words', async () => {
    const tokenIds = Array.from({ length: 48 }, (_, at) => (977 * at + 5) % 49_000);
    const maps = (model: string) =>
      client!.request('maps', {
        ...{ model, tokenIds, layers: [0, 17, 29], heads: [0, 4, 'mean'] },
        ...{ firstQuery: 0, endQuery: tokenIds.length, pool: 1 },
      });
    const [here, there] = [await maps(BUNDLED), await maps(url)];
    const apart = there.values.map((weight, at) => Math.abs(weight - here.values[at]!));
    expect(Math.max(...apart)).toBeLessThan(1e-5);
    const answer = (model: string) =>
      client!.request('divergence', { model, before: tokenIds, after: tokenIds.slice(1) });
    expect((await answer(url)).kl).toBeCloseTo((await answer(BUNDLED)).kl, 4);
  });
});

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}
