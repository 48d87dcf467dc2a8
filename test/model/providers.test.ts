import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AnalysisResult } from '../../src/protocol/analysis';
import { writeTinyModel, writeTinyTokenizer } from './tinyModel';

const cli = path.resolve('dist/cli.js');
const model = path.resolve(import.meta.dirname, '../fixtures/gguf/q4_0-tied.gguf');
/** Chromium brings a graphics processor that is computed, which the runtime's WebGPU takes as any other. */
const CHROMIUM = '/usr/lib/chromium';
const hasGraphics = ['libvulkan.so.1', 'vk_swiftshader_icd.json'].every((file) =>
  existsSync(path.join(CHROMIUM, file)),
);
if (!hasGraphics) console.log('Skipped: no SwiftShader of Chromium is here, so WebGPU is not tried.');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-providers-'));
  writeFileSync(path.join(folder, 'prompt.md'), 'the 12 the');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function analyze(args: string[], env: Record<string, string> = {}) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [cli, 'analyze', 'prompt.md', '--as', 'raw', '--format', 'json', '--model', model, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache'), ...env },
    },
  );
  return { status, stderr, result: AnalysisResult.parse(JSON.parse(stdout)) };
}

it('a provider that is not there leaves the work to the processor, which is told with the runtime’s reason', () => {
  const plain = analyze([]);
  expect(plain.result.model).not.toHaveProperty('provider');
  expect(plain.stderr).toBe('');
  // No build of the runtime has Core ML and DirectML both.
  const asked = process.platform === 'win32' ? 'coreml' : 'directml';
  const { status, stderr, result } = analyze(['--provider', asked]);
  expect(status).toBe(plain.status);
  expect(result.model.provider).toEqual({
    ...{ asked, used: 'cpu', difference: null },
    why: expect.stringMatching(/\[(dml|coreml)\] backend not found/),
  });
  expect(stderr).toMatch(
    /^Computed by the processor, as (DirectML|Core ML) cannot be used: .*backend not found\.\n$/,
  );
  expect(result.attention).toEqual(plain.result.attention);
});

it.runIf(process.platform === 'linux')(
  'a provider whose libraries are missing reaches the runtime, which says so',
  () => {
    const { result } = analyze(['--provider', 'cuda']);
    expect(result.model.provider).toMatchObject({ used: 'cpu', why: expect.stringMatching(/cuda/i) });
  },
);

it.runIf(hasGraphics)(
  'WebGPU computes the maps of a GGUF model and of an ONNX graph, and how far they differ from the processor’s is told',
  () => {
    const env = {
      LD_LIBRARY_PATH: CHROMIUM,
      VK_ICD_FILENAMES: path.join(CHROMIUM, 'vk_swiftshader_icd.json'),
    };
    const tiny = path.join(folder, 'tiny');
    writeTinyModel(tiny);
    writeTinyTokenizer(tiny, false);
    const graph = analyze(['--provider', 'webgpu', '--model', tiny], env);
    expect(graph.result.model.provider).toMatchObject({ used: 'webgpu', why: null });
    expect(graph.result.model.provider!.difference).toBeLessThan(1e-5);
    const { stderr, result } = analyze(['--provider', 'webgpu'], env);
    expect(result.model.provider).toMatchObject({ asked: 'webgpu', used: 'webgpu', why: null });
    // Another order of additions: neither the same nor far off.
    expect(result.model.provider!.difference).toBeGreaterThan(0);
    expect(result.model.provider!.difference).toBeLessThan(1e-4);
    expect(stderr).toMatch(
      /^Computed by WebGPU; weights differ from those of the processor by at most 0\.0000\d+\.\n$/,
    );
  },
);
