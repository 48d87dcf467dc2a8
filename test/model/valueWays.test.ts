import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asker, languageModels } from './languageModels';
import { readSafetensors } from './readSafetensors';

const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
afterAll(() => rmSync(folder, { recursive: true }));
const ask = asker(folder);

/** The largest difference. */
function expectNear(got: Float32Array, wanted: number[], most: number): void {
  expect(got).toHaveLength(wanted.length);
  expect(wanted.reduce((far, value, i) => Math.max(far, Math.abs(value - got[i]!)), 0)).toBeLessThan(most);
}

describe.each(languageModels(folder))('$name', ({ model, beside }) => {
  const reference = readSafetensors(readFileSync(path.join(beside, 'values.safetensors')));
  const [tokenIds, layers, heads] = ['ids', 'layers', 'heads'].map((key) => reference.get(key)!.values) as [
    number[],
    [number, ...number[]],
    [number, ...number[]],
  ];
  const whole = { model, tokenIds, layers, firstQuery: 0, endQuery: tokenIds.length, pool: 1 };

  it('has the value-weighted norms that PyTorch gives', async () => {
    const asked = heads.map((head) => (head < 0 ? ('mean' as const) : head)) as ['mean', ...number[]];
    const { values } = await ask('maps', { ...whole, heads: asked, way: 'valueNorm' });
    expectNear(values, reference.get('norm')!.values, 1e-5);
    // A part of it is what stands there in the whole.
    const last = { firstQuery: tokenIds.length - 1, endQuery: tokenIds.length };
    const row = await ask('maps', { ...whole, ...last, heads: ['mean'], way: 'valueNorm' });
    const at = (tokenIds.length - 1) * tokenIds.length;
    expectNear(row.values.subarray(0, tokenIds.length), [...values.subarray(at, at + tokenIds.length)], 1e-7);
    // Maps of weights are kept apart from it.
    const plain = await ask('maps', { ...whole, heads: ['mean'] });
    expect(plain.values.some((value, i) => Math.abs(value - values[i]!) > 0.01)).toBe(true);
  });

  it('turns as far as in PyTorch where the value of a token is zero', async () => {
    const { values } = await ask('maps', { ...whole, heads: ['mean'], way: 'valueZeroing' });
    expectNear(values, reference.get('zeroing')!.values, 1e-4);
  });

  it('refuses to zero the values of single heads, and of long prompts', async () => {
    await expect(ask('maps', { ...whole, heads: [0], way: 'valueZeroing' })).rejects.toThrow(/single heads/);
    const long = Array.from({ length: 300 }, (_, i) => i % 40);
    const asked = { ...whole, tokenIds: long, endQuery: 300, heads: ['mean' as const] as ['mean'] };
    await expect(ask('maps', { ...asked, way: 'valueZeroing' })).rejects.toThrow(
      /at most 256 tokens.*has 300/,
    );
  });
});
