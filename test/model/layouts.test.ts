import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { readDocument } from '../../src/analysis/readDocument';
import { writeHubCache } from './hubCache';
import { ownClient } from './ownClient';
import { tinyMap, writeTinyModel, writeTinyTokenizer, type TinyOptions } from './tinyModel';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const { folder, client } = ownClient();

const TEXT = 'w5 w6 w7';

/** Writes a model folder whose graphs lie in its folder `onnx` under these names, a tokenizer above them. */
function layout(name: string, graphs: Record<string, TinyOptions>): string {
  const model = path.join(folder, name);
  mkdirSync(path.join(model, 'onnx'), { recursive: true });
  for (const [graph, options] of Object.entries(graphs)) {
    const work = path.join(folder, 'work');
    writeTinyModel(work, options);
    copyFileSync(path.join(work, 'model.onnx'), path.join(model, 'onnx', `${graph}.onnx`));
    if (options.data) copyFileSync(path.join(work, options.data), path.join(model, 'onnx', options.data));
  }
  writeTinyTokenizer(model, false);
  return model;
}

/** What reading a text says of the model, and the first layer's map of the first head. */
async function read(model: string) {
  const { result } = await analyze(client, {
    ...{ text: TEXT, model, overflow: 'refuse', toolVersion: '0' },
    read: () => readDocument({ text: TEXT, as: 'raw' }),
  });
  const tokenIds = result.tokens.map(({ id }) => id);
  const { values } = await client.request('maps', {
    ...{ model, tokenIds, layers: [0], heads: [0], firstQuery: 0, endQuery: tokenIds.length, pool: 1 },
  });
  return { name: result.model.name, tokenIds, values: [...values] };
}

/** The map that the formula gives for a tiny model. */
function expectMap({ tokenIds, values }: Awaited<ReturnType<typeof read>>, options: TinyOptions = {}): void {
  const wanted = tinyMap(tokenIds, options)[0]!.flat();
  expect(values).toHaveLength(wanted.length);
  expect(Math.max(...wanted.map((weight, i) => Math.abs(weight - values[i]!)))).toBeLessThan(1e-6);
}

it('of graphs that differ in their weights the trained ones are read, another where it is named', async () => {
  const model = layout('small', { model_q4: { bothWays: true }, model: {}, model_fp16: { bothWays: true } });
  const whole = await read(model);
  expect(whole.name).toBe('small');
  expectMap(whole);
  const named = await read(path.join(model, 'onnx/model_q4.onnx'));
  expect(named.name).toBe('small (q4)');
  expectMap(named, { bothWays: true });
});

it('of an encoder with its decoder the encoder is read, and said to be', async () => {
  const model = layout('pair', { decoder_model_merged: {}, encoder_model: { bothWays: true } });
  const encoder = await read(model);
  expect(encoder.name).toBe('pair (encoder)');
  expectMap(encoder, { bothWays: true });
});

it('a merged decoder is read, its switch filled in', async () => {
  const model = layout('merged', { decoder_model: {} });
  const graph = path.join(model, 'onnx/decoder_model_merged.onnx');
  copyFileSync(path.join(fixtures, 'zoo/in-branches/model.onnx'), graph);
  const { inputs, name, layers, problem, otherGraphs } = await client.request('doctor', { model });
  expect({ name, problem, otherGraphs }).toEqual({
    ...{ name: 'merged', problem: null, otherGraphs: ['onnx/decoder_model.onnx'] },
  });
  expect(inputs.find((input) => input.name === 'use_cache_branch')?.filled).not.toBeNull();
  expect(layers.length).toBeGreaterThan(0);
  const { values, tokenIds } = await read(model);
  // Rows of a map, whichever branch gave it.
  const first = values.slice(0, tokenIds.length);
  expect(first.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
});

it('a variant with weights beside it is read through the links of the cache of the hub', async () => {
  const files = layout('files', {
    model: { bothWays: true },
    model_quantized: { data: 'model_quantized.onnx_data' },
  });
  const snapshot = writeHubCache(files, path.join(folder, 'hub'));
  const named = await read(path.join(snapshot, 'onnx/model_quantized.onnx'));
  expect(named.name).toBe('tests/tiny (quantized)');
  expectMap(named);
  const cache = path.dirname(path.dirname(snapshot));
  const whole = await read(cache);
  expect(whole.name).toBe('tests/tiny');
  expectMap(whole, { bothWays: true });
});
