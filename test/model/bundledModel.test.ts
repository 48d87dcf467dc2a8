import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Tokenizer } from 'tokenizers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSafetensors, type NumberTensor } from './readSafetensors';
import { BUNDLED, HEADS, LAYERS, feed, likeliest, mapOf, openBundled, type OpenModel } from './bundledModel';

const TOLERANCE = 1e-4;
/** Queries fed at once where a prompt is read in pieces. */
const CHUNK = 150;

const fixtures = path.resolve(import.meta.dirname, '../fixtures/bundled-model');
const prompts = JSON.parse(readFileSync(path.join(fixtures, 'prompts.json'), 'utf8')) as {
  name: string;
  text: string;
}[];
const referenceOf = (name: string): Map<string, NumberTensor> =>
  readSafetensors(readFileSync(path.join(fixtures, `${name}.safetensors`)));

/** All maps of a prompt fed in pieces of `chunk` tokens: visits each row `[keys up to the last fed]`. */
async function eachRow(
  model: OpenModel,
  ids: readonly number[],
  chunk: number,
  visit: (layer: number, head: number, query: number, row: Float32Array) => void,
): Promise<void> {
  let before: Awaited<ReturnType<typeof feed>> | undefined;
  for (let start = 0; start < ids.length; start += chunk) {
    const piece = ids.slice(start, start + chunk);
    before = await feed(model, piece, before);
    for (let layer = 0; layer < LAYERS; layer++) {
      const map = mapOf(model, before, layer);
      const keys = before.length;
      expect(map.length).toBe(HEADS * piece.length * keys);
      for (let i = 0; i < HEADS * piece.length; i++) {
        const row = map.subarray(i * keys, (i + 1) * keys);
        visit(layer, Math.floor(i / piece.length), start + (i % piece.length), row);
      }
    }
  }
}

describe('the bundled model equals PyTorch on the same weights', () => {
  let model: OpenModel;
  beforeAll(async () => {
    model = await openBundled(true);
  });
  afterAll(() => model.session.release());

  test('the short prompt: every weight of all maps', async () => {
    const reference = referenceOf('20');
    const expected = reference.get('maps')!.values;
    const ids = reference.get('ids')!.values;
    let worst = 0;
    await eachRow(model, ids, ids.length, (layer, head, query, row) => {
      const at = ((layer * HEADS + head) * ids.length + query) * ids.length;
      row.forEach((weight, key) => (worst = Math.max(worst, Math.abs(weight - expected[at + key]!))));
    });
    expect(expected.length).toBe(LAYERS * HEADS * ids.length ** 2);
    expect(worst).toBeLessThan(TOLERANCE);
  });

  test.each(['200', '1000'])(
    '%s tokens, fed in pieces: sampled weights, sums, nothing ahead',
    async (name) => {
      const reference = referenceOf(name);
      const ids = reference.get('ids')!.values;
      const n = ids.length;
      const received = new Float64Array(LAYERS * n);
      const rows = new Map<string, Float32Array>();
      const cells = reference.get('cells')!.values;
      const rowOf = (i: number): string => cells.slice(4 * i, 4 * i + 3).join();
      const wanted = new Set(Array.from({ length: cells.length / 4 }, (_, i) => rowOf(i)));
      let worstSum = 0;
      let ahead = 0;
      await eachRow(model, ids, CHUNK, (layer, head, query, row) => {
        let sum = 0;
        for (let key = 0; key < row.length; key++) {
          sum += row[key]!;
          received[layer * n + key]! += row[key]! / HEADS;
          if (key > query) ahead = Math.max(ahead, row[key]!);
        }
        worstSum = Math.max(worstSum, Math.abs(sum - 1));
        const id = `${layer},${head},${query}`;
        if (wanted.has(id)) rows.set(id, row.slice());
      });
      expect(ahead).toBe(0);
      expect(worstSum).toBeLessThan(1e-5);

      const weights = reference.get('cellWeights')!.values;
      const cellDifferences = weights.map((weight, i) =>
        Math.abs(rows.get(rowOf(i))![cells[4 * i + 3]!]! - weight),
      );
      expect(weights.length).toBe(2000);
      expect(Math.max(...cellDifferences)).toBeLessThan(TOLERANCE);

      // Mean over the queries that can see the key, so that the tolerance is that of one weight.
      const expected = reference.get('received')!.values;
      const means = expected.map((mass, i) => Math.abs(mass - received[i]!) / (n - (i % n)));
      expect(Math.max(...means)).toBeLessThan(TOLERANCE);
    },
  );

  test('in pieces the maps are those of one run', async () => {
    const ids = referenceOf('200').get('ids')!.values;
    const n = ids.length;
    const whole = new Float32Array(LAYERS * HEADS * n * n);
    await eachRow(model, ids, n, (layer, head, query, row) =>
      whole.set(row, ((layer * HEADS + head) * n + query) * n),
    );
    let worst = 0;
    await eachRow(model, ids, 37, (layer, head, query, row) => {
      const at = ((layer * HEADS + head) * n + query) * n;
      for (let key = 0; key < n; key++) {
        worst = Math.max(worst, Math.abs(whole[at + key]! - (row[key] ?? 0)));
      }
    });
    expect(worst).toBeLessThan(TOLERANCE);
  });
});

describe('the bundled model writes what transformers writes', () => {
  let model: OpenModel;
  beforeAll(async () => {
    model = await openBundled(false);
  });
  afterAll(() => model.session.release());

  test.each(prompts)('prompt of $name tokens: ids, and 20 likeliest tokens', async ({ name, text }) => {
    const reference = referenceOf(name);
    const tokenizer = Tokenizer.fromFile(path.join(BUNDLED, 'tokenizer.json'));
    const ids = (await tokenizer.encode(text)).getIds();
    expect(ids).toEqual(reference.get('ids')!.values);

    let step = await feed(model, ids);
    const continuation = [likeliest(step)];
    while (continuation.length < 20) {
      step = await feed(model, continuation.slice(-1), step);
      continuation.push(likeliest(step));
    }
    expect(continuation).toEqual(reference.get('greedy')!.values);
  });
});
