import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFactStore } from '../../src/inference/worker/models/cacheFolder';
import { loadModel } from '../../src/inference/worker/models/loadModel';
import { outputsOf, runPrompt, type RunnableModel } from '../../src/inference/worker/run/promptRun';
import { findModel } from '../../src/model/files/modelFolder';
import { BUNDLED } from './bundledModel';
import { readSafetensors } from './readSafetensors';
import { writeTinyModel } from './tinyModel';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
afterAll(() => rmSync(folder, { recursive: true }));

const load = async (model: string) =>
  loadModel(
    await findModel(model),
    {
      ...{ facts: createFactStore(folder), cacheFolder: folder, threads: 2 },
    },
    () => undefined,
  );

/** States after layers `[layer][token, hidden]` of a prompt that goes through in pieces which end at `ends`. */
async function statesOf(model: RunnableModel, ids: number[], layers: number[], ends: number[]) {
  const states = new Map<number, number[]>(layers.map((layer) => [layer, []]));
  const chunks = ends.map((end, i) => ({ first: ends[i - 1] ?? 0, end }));
  await runPrompt(
    model,
    ids,
    chunks,
    outputsOf(model, 'state', layers),
    ({ layer, values }) => void states.get(layer)!.push(...values),
  );
  return states;
}

/** The largest difference over the largest number, of what PyTorch has at every `step`th place. */
function difference(got: readonly number[], wanted: readonly number[], step: number): number {
  expect(got).toHaveLength(wanted.length * step);
  const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - got[step * i]!)), 0) / largest;
}

const models = [
  {
    name: 'gpt2',
    model: path.join(fixtures, 'language/gpt2'),
    beside: path.join(fixtures, 'language/gpt2'),
    step: 1,
  },
  {
    name: 'llama',
    model: path.join(fixtures, 'language/llama'),
    beside: path.join(fixtures, 'language/llama'),
    step: 1,
  },
  { name: 'the bundled model', model: BUNDLED, beside: path.join(fixtures, 'bundled-model'), step: 16 },
];

describe.each(models)('states of $name', ({ model, beside, step }) => {
  const reference = readSafetensors(readFileSync(path.join(beside, 'states.safetensors')));
  const ids = reference.get('ids')!.values;
  const { shape, values } = reference.get('states')!;
  const size = shape[1]! * shape[2]!;
  const wanted = (layer: number) => values.slice(layer * size, (layer + 1) * size);

  it('equal those of PyTorch after every layer, also where the layers above are not run', async () => {
    const loaded = await load(model);
    const layers = loaded.layers.map((_, layer) => layer);
    expect(layers).toHaveLength(shape[0]!);
    const whole = await statesOf(loaded, ids, layers, [ids.length]);
    for (const layer of layers)
      expect(difference(whole.get(layer)!, wanted(layer), step), `layer ${layer}`).toBeLessThan(1e-5);

    const middle = Math.floor(0.6 * layers.length);
    const part = await loaded.statesTo(middle);
    expect(part.outputs.map(({ layer }) => layer)).toEqual(layers.slice(0, middle + 1));
    const below = await statesOf(part, ids, [0, middle], [ids.length]);
    for (const layer of [0, middle])
      expect(difference(below.get(layer)!, whole.get(layer)!, 1), `layer ${layer}`).toBeLessThan(1e-5);
    // The bundled model's cache has two tensors for each layer that is left.
    if (part.cache.length > 0) {
      expect(part.cache).toHaveLength((loaded.cache.length / layers.length) * (middle + 1));
      const pieces = await statesOf(part, ids, [middle], [5, 6, ids.length]);
      expect(difference(pieces.get(middle)!, whole.get(middle)!, 1)).toBeLessThan(1e-4);
    }
    await loaded.release();
  });
});

it('a model of which no sum of states is found says so', async () => {
  const loaded = await load(writeTinyModel(path.join(folder, 'tiny')));
  await expect(loaded.statesTo(0)).rejects.toThrow(/hidden states after layer 0 .* cannot be read/);
  await loaded.release();
});
