import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Tensor } from 'onnxruntime-node';
import { afterAll, describe, expect, it } from 'vitest';
import { createFactStore } from '../../../../../src/inference/worker/models/cacheFolder';
import { checkedModel } from '../../../../../src/inference/worker/models/checkedModel';
import { examineModel } from '../../../../../src/inference/worker/models/examineModel';
import type { LoadedModel } from '../../../../../src/inference/worker/models/loadModel';
import { ElementType } from '../../../../../src/model/onnx/onnxGraph';

const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Weight of a key of a layer, given the query and how many keys there are before this piece of the prompt. */
type Weigh = (layer: number, query: number, key: number, past: number) => number;

const uniform: Weigh = (_, query, key) => (key <= query ? 1 / (query + 1) : 0);

/** A model of two layers of one head whose maps are made up; with a cache that counts what it has seen. */
function madeUp(weigh: Weigh, more: Partial<LoadedModel> = {}): LoadedModel & { runs: number } {
  const dims = ['batch', 1, 'past', 1];
  const model = {
    runs: 0,
    sha256: String(Math.random()),
    folder: { name: 'made up', contextLength: 64 },
    layers: [0, 1].map((index) => ({
      ...{ stack: 'self', index, via: 'v', rowSum: 'one' },
      half: false,
      step: 0,
    })),
    fed: {
      ...{ nodes: [], initializers: new Map(), outputs: [], values: new Map() },
      inputs: [
        { name: 'input_ids', dtype: ElementType.int64, dims: ['batch', 'sequence'] },
        { name: 'past.0', dtype: ElementType.float32, dims },
      ],
    },
    outputs: [0, 1].map((layer) => ({ kind: 'map', layer, tensor: `map${layer}` })),
    tableRows: new Map(),
    cache: [{ input: 'past.0', axis: 2, added: 'added.0' }],
    session: {
      run: (feeds: Record<string, Tensor>, names: string[]) => {
        model.runs++;
        const queries = feeds.input_ids!.dims[1]!;
        const past = feeds['past.0']!.dims[2]!;
        const keys = past + queries;
        const map = (layer: number) =>
          Float32Array.from({ length: queries * keys }, (_, i) =>
            weigh(layer, past + Math.floor(i / keys), i % keys, past),
          );
        const made = names.map((name) => {
          const tensor = name.startsWith('map')
            ? new Tensor('float32', map(Number(name.slice(3))), [1, 1, queries, keys])
            : new Tensor('float32', new Float32Array(queries), [1, 1, queries, 1]);
          return [name, tensor];
        });
        return Promise.resolve(Object.fromEntries(made) as Record<string, Tensor>);
      },
    },
    ...more,
  };
  return model as unknown as LoadedModel & { runs: number };
}

const facts = createFactStore(folder);
const examine = (model: LoadedModel) => examineModel(model, facts, () => undefined);
/** Names of the checks of a layer that failed. */
const failed = async (model: LoadedModel, layer: number) =>
  (await examine(model)).layers[layer]!.checks.filter(({ passed }) => !passed).map(({ name }) => name);

describe('the checks of a model', () => {
  it('are all there with their figures where it passes, and run once', async () => {
    const model = madeUp(uniform);
    const checks = await examine(model);
    expect(checks.prompt.map(({ name, passed }) => [name, passed])).toEqual([
      ['input-ids', true],
      ['one-stack', true],
    ]);
    for (const layer of checks.layers) {
      expect(layer.heads).toBe(1);
      expect(layer.checks.map(({ name }) => name)).toEqual([
        ...['shape', 'numbers', 'range', 'row-sums', 'causal', 'pieces'],
      ]);
      expect(layer.checks.every(({ passed, why }) => passed && why === null)).toBe(true);
      expect(layer.checks.find(({ name }) => name === 'row-sums')!.figure).toBeLessThan(1e-6);
    }
    expect(checkedModel(model, checks)).toMatchObject({ causal: true, headsOf: [1, 1] });
    const { runs } = model;
    expect(await examine(model)).toEqual(checks);
    expect(model.runs).toBe(runs);
  });

  it('refuse it with the first layer that is wrong, which is not remembered', async () => {
    const model = madeUp((layer, query, key) => uniform(layer, query, key, 0) * (layer === 1 ? 0.8 : 1));
    const checks = await examine(model);
    expect(await failed(model, 0)).toEqual([]);
    expect(await failed(model, 1)).toEqual(['row-sums']);
    expect(checks.layers[1]!.checks.find(({ name }) => name === 'row-sums')!.figure).toBeCloseTo(0.2, 5);
    expect(() => checkedModel(model, checks)).toThrow(
      'What this model gives as attention is none, so no map of it is shown: in layer 1, row 0 sums to 0.8000, not 1. Choose another model, or export this one with attention spelled out (eager).',
    );
    expect(model.runs).toBeGreaterThan(1);
  });

  it('recognise a model that looks ahead, and do not run it in pieces', async () => {
    const ahead = madeUp(() => 1 / 12);
    expect(await failed(ahead, 0)).toEqual(['causal']);
    const model = checkedModel(ahead, await examine(ahead));
    expect(model.causal).toBe(false);
    expect(model.chunks(5000, 1)).toEqual([{ first: 0, end: 5000 }]);
  });

  it('recognise a model whose maps differ in pieces, which is then run whole', async () => {
    const model = madeUp((_, query, key, past) => (key === (past > 0 ? 0 : query) ? 1 : 0));
    expect(await failed(model, 1)).toEqual(['pieces']);
    const { layers } = await examine(model);
    expect(layers[0]!.checks.at(-1)).toMatchObject({ name: 'pieces', figure: 1, limit: 1e-3 });
    expect(checkedModel(model, await examine(model)).chunks(5000, 1)).toHaveLength(1);
  });

  it('tell, without a run, that a prompt alone cannot be fed', async () => {
    const stack = madeUp(uniform);
    const model = madeUp(uniform, {
      layers: [{ ...stack.layers[0]!, stack: 'cross' }],
      fed: { ...stack.fed, inputs: [] },
    });
    const checks = await examine(model);
    expect(checks.prompt.map(({ passed }) => passed)).toEqual([false, false]);
    expect(checks.layers).toEqual([]);
    expect(model.runs).toBe(0);
    expect(() => checkedModel(model, checks)).toThrow(
      /cannot be read with this model: it has no input named input_ids\. Its maps can be had/,
    );
  });
});
