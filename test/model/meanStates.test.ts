import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { measurePrompt } from '../../src/analysis/measurePrompt';
import { readDocument } from '../../src/analysis/readDocument';
import { featureNames } from '../../src/features/featureNames';
import { BUNDLED } from './bundledModel';
import { ownClient } from './ownClient';
import { readSafetensors } from './readSafetensors';
import { writeTinyModel } from './tinyModel';

const root = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(root, 'test/fixtures');

const { folder, client } = ownClient();

describe.each([
  { name: 'llama', model: path.join(fixtures, 'language/llama'), step: 1 },
  { name: 'the bundled model', model: BUNDLED, step: 16 },
])('mean states of $name', ({ name, model, step }) => {
  const beside = step === 1 ? `language/${name}` : 'bundled-model';
  const reference = readSafetensors(readFileSync(path.join(fixtures, beside, 'states.safetensors')));
  const tokenIds = reference.get('ids')!.values;
  const [, tokens, width] = reference.get('states')!.shape as [number, number, number];
  const { values } = reference.get('states')!;

  it('equal those of PyTorch, in the order asked for', async () => {
    const layers = [1, 0];
    const spans = [
      { first: 0, end: 4 },
      { first: 3, end: tokens },
      { first: 0, end: 1 },
    ];
    const { hidden, means } = await client.request('states', { model, tokenIds, layers, spans });
    expect(hidden).toBe(width * step);
    expect(means).toHaveLength(layers.length * spans.length * hidden);
    const wanted = layers.flatMap((layer) =>
      spans.flatMap(({ first, end }) =>
        Array.from({ length: width }, (_, i) => {
          let sum = 0;
          for (let token = Math.max(first, 1); token < end; token++)
            sum += values[(layer * tokens + token) * width + i]!;
          return sum / Math.max(1, end - Math.max(first, 1));
        }),
      ),
    );
    const largest = Math.max(...wanted.map(Math.abs));
    const off = wanted.map((value, i) => Math.abs(value - means[i * step]!) / largest);
    expect(Math.max(...off)).toBeLessThan(1e-5);
  });
});

it('states of layers and tokens that are not there, and of models without, are refused', async () => {
  const ask = (asked: object) =>
    client.request('states', {
      model: BUNDLED,
      tokenIds: [1, 2, 3],
      layers: [0],
      spans: [{ first: 0, end: 3 }],
      ...asked,
    });
  await expect(ask({ layers: [30] })).rejects.toThrow("The model's layers are 0 to 29.");
  await expect(ask({ spans: [{ first: 1, end: 4 }] })).rejects.toThrow("The prompt's tokens are 0 to 2.");
  const model = writeTinyModel(path.join(folder, 'tiny'));
  await expect(ask({ model })).rejects.toThrow(/hidden states after layer 0/);
});

it('a prompt is measured: the shares of a head’s reading sum to 1, and its states are there', async () => {
  const text =
    '[{"role":"system","content":"Sum up the mail."},{"role":"tool","content":"The ferry leaves at nine."}]';
  const [prompt] = (await readDocument({ text, path: 'a.json' })).prompts;
  const { features } = await measurePrompt(client, {
    ...{ model: BUNDLED, input: prompt!.input, segments: prompt!.outline.segments },
  });
  expect(features.sections.map(({ section }) => section)).toEqual([
    'system',
    'untrusted',
    'template',
    'sink',
  ]);
  expect(features.sections.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(features.tokens);
  const sums = new Map<string, number>();
  featureNames(features.model).forEach(({ name, layer, head }, at) => {
    const value = features.values[at]!;
    if (name !== 'share' || Number.isNaN(value)) return;
    sums.set(`${layer} ${head}`, (sums.get(`${layer} ${head}`) ?? 0) + value);
  });
  expect(sums.size).toBe(270);
  for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 4);
  expect(features.states).toMatchObject({ layers: [13, 17, 21], hidden: 576 });
  expect(features.states!.means.some((value) => value === 0)).toBe(false);
});
