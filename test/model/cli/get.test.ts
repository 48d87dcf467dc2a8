import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { AnalysisResult } from '../../../src/protocol/analysis';
import { sendFrom, startHub, type HubServer, type Misbehaviour } from '../../support/hubServer';
import { cli, file, folder, run } from './runCli';

const gguf = readFileSync(path.resolve(import.meta.dirname, '../../fixtures/gguf/q4_0-tied.gguf'));
const FILES = { 'tiny-Q4_0.gguf': gguf, 'tiny-F16.gguf': Buffer.alloc(2000), 'README.md': Buffer.from('x') };

let hub: HubServer;
afterEach(() => hub.close());

/** Runs `attnscope get`, while the hub of this process answers. */
async function get(args: string[], env: Record<string, string> = {}, onStart?: (kill: () => void) => void) {
  const child = spawn(process.execPath, [cli, 'get', ...args], {
    cwd: folder,
    env: { ...process.env, HF_ENDPOINT: hub.endpoint, HF_HUB_CACHE: path.join(folder, 'hub'), ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  onStart?.(() => child.kill('SIGINT'));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, stdout, stderr };
}

it('what can be read is listed; one is got in spite of dropped connections, and read', async () => {
  const drop: Misbehaviour = ({ bytes, from, nth }, response) => {
    if (nth < 3)
      sendFrom(response, bytes, from).write(bytes.subarray(from, from + 2000), () => response.destroy());
    return nth < 3;
  };
  hub = await startHub(FILES, drop);
  const { stdout: list } = await get(['tests/tiny', '--list']);
  expect(list).toMatch(/^tiny-F16\.gguf\tF16\t0\.0 MB\ntiny-Q4_0\.gguf\tQ4_0\t[\d.]+ MB\n$/);

  const several = await get(['tests/tiny']);
  expect(several).toMatchObject({ status: 2, stdout: '' });
  expect(several.stderr).toMatch(/has several files that can be read\. Name one after a colon/);

  const got = await get(['tests/tiny:q4_0']);
  expect(got).toMatchObject({ status: 0, stderr: '' });
  const place = got.stdout.trim();
  expect(readFileSync(place).equals(gguf)).toBe(true);
  const prompt = file('prompt.md', 'the 12 the');
  const analysis = run(['analyze', prompt, '--as', 'raw', '--format', 'json', '--model', place]);
  expect(AnalysisResult.parse(JSON.parse(analysis.stdout)).model).toMatchObject({ layers: 2, heads: 4 });
});

it('a proxy of the environment is used', async () => {
  hub = await startHub(FILES);
  const asked: string[] = [];
  const proxy = createServer().on('connect', ({ url }, client) => {
    asked.push(url!);
    const hubSide = connect(Number(new URL(hub.endpoint).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      hubSide.pipe(client).pipe(hubSide);
    });
    for (const side of [client, hubSide]) side.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  try {
    // A name that leads nowhere without the proxy.
    const env = { HF_ENDPOINT: 'http://hub.invalid', http_proxy: address, no_proxy: '' };
    expect(await get(['tests/tiny', '--list'], env)).toMatchObject({ status: 0 });
    expect(asked).toContain('hub.invalid:80');
  } finally {
    proxy.close();
    proxy.closeAllConnections();
  }
});

it('Ctrl+C leaves nothing, and says that it was ended', async () => {
  let kill = (): void => undefined;
  hub = await startHub(FILES, ({ bytes }, response) => {
    sendFrom(response, bytes, 0).write(bytes.subarray(0, 1000), () => kill());
    return true;
  });
  const cache = path.join(folder, 'ended');
  const ended = await get(['tests/tiny:Q4_0'], { HF_HUB_CACHE: cache }, (by) => (kill = by));
  expect(ended).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/cancelled/) });
  expect(readdirSync(cache)).toEqual([]);
});
