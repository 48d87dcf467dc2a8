import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InferenceParams } from '../../src/protocol/borders/inference';
import { ownPlace } from './ownClient';
import { readSafetensors } from './readSafetensors';
import { writeHubCache } from './hubCache';
import { tinyLogits, tinyMap, writeTinyModel, writeTinyTokenizer } from './tinyModel';

const ids = [3, 17, 5, 5, 30, 0, 8, 21, 2];

const { folder, start } = ownPlace();
const client = start();

const inputs = { input_ids: { dtype: 'int64', dims: [1, ids.length], data: ids } };

function expectClose(values: Iterable<number>, expected: number[]): void {
  const got = [...values];
  expect(got).toHaveLength(expected.length);
  expect(Math.max(...got.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-5);
}

describe('maps of a model whose attention can be worked out by hand', () => {
  it('are right by head, as the mean, in part, and pooled', async () => {
    const model = writeTinyModel(path.join(folder, 'whole'));
    const map = tinyMap(ids);
    const mean = map[0]!.map((row, q) => row.map((weight, k) => (weight + map[1]![q]![k]!) / 2));
    const ask = (more: object) =>
      client.request('maps', {
        ...{ model, tokenIds: ids, layers: [0], heads: [0], firstQuery: 0, endQuery: ids.length, pool: 1 },
        ...more,
      });
    // The last row first: it leaves the model without the rest of its map.
    const last = { firstQuery: ids.length - 1, endQuery: ids.length };
    expectClose((await ask({ ...last, heads: [1, 0] })).values, [map[1]!.at(-1)!, map[0]!.at(-1)!].flat());
    expectClose((await ask({ heads: [1, 0, 'mean'] })).values, [map[1]!, map[0]!, mean].flat(2));
    const upTo = (end: number) => (row: number[]) => row.slice(0, end);
    expectClose((await ask({ firstQuery: 4, endQuery: 6 })).values, map[0]!.slice(4, 6).flatMap(upTo(6)));

    const pooled = await ask({ heads: ['mean'], firstQuery: 1, endQuery: 8, pool: 4 });
    const square = (rows: number[], keys: number[]) =>
      Math.max(...rows.flatMap((q) => keys.map((k) => mean[q]![k]!)));
    const columns = [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ];
    expect([pooled.rows, pooled.columns]).toEqual([2, 2]);
    expectClose(
      pooled.values,
      [
        [1, 2, 3, 4],
        [5, 6, 7],
      ].flatMap((rows) => columns.map((keys) => square(rows, keys))),
    );
  });

  it('are right where the vocabulary is smaller than that of any text', async () => {
    const model = writeTinyModel(path.join(folder, 'proteins'), { vocabulary: 8 });
    const few = [3, 7, 5, 5, 0];
    const { values } = await client.request('maps', {
      ...{ model, tokenIds: few, layers: [0], heads: [0, 1], firstQuery: 0, endQuery: few.length, pool: 1 },
    });
    expectClose(values, tinyMap(few).flat(2));
  });

  it('are the same where nothing may be kept', async () => {
    const forgetful = start({ mapBytes: 0 });
    const model = path.join(folder, 'whole', 'model.onnx');
    const part = await forgetful.request('maps', {
      ...{ model, tokenIds: ids, layers: [0], heads: [0, 1], firstQuery: 2, endQuery: 5, pool: 1 },
    });
    expectClose(
      part.values,
      tinyMap(ids).flatMap((head) => head.slice(2, 5).flatMap((row) => row.slice(0, 5))),
    );
    expect((await forgetful.request('memory', {})).mapBytes).toBe(0);
  });

  it('come from the model that was opened, while it is being replaced on the disk', async () => {
    const model = writeTinyModel(path.join(folder, 'replaced'));
    const ask = (head: number) =>
      client.request('maps', {
        ...{ model, tokenIds: ids, layers: [0], heads: [head], firstQuery: 0, endQuery: ids.length, pool: 1 },
      });
    const { sha256 } = await client.request('openModel', { model });
    expectClose((await ask(0)).values, tinyMap(ids)[0]!.flat());
    rmSync(model);
    await expect(client.request('openModel', { model })).rejects.toThrow(/There is no model/);
    expectClose((await ask(1)).values, tinyMap(ids)[1]!.flat());
    // The next request other than for maps sees the new one.
    writeTinyModel(path.dirname(model), { data: 'model.onnx_data' });
    expect((await client.request('openModel', { model })).sha256).not.toBe(sha256);
  });

  it('are refused outside the model and the prompt', async () => {
    const model = path.join(folder, 'whole', 'model.onnx');
    const base = {
      model,
      tokenIds: ids,
      layers: [0],
      heads: [0],
      firstQuery: 0,
      endQuery: 2,
      pool: 1,
    };
    for (const [wrong, words] of [
      [{ layers: [1] }, /layers are 0 to 0/],
      [{ heads: [2] }, /heads are 0 to 1/],
      [{ endQuery: 10 }, /tokens are 0 to 8/],
      [{ firstQuery: 2 }, /tokens are 0 to 8/],
      [{ tokenIds: [3, 99], endQuery: 2 }, /Token 99 is beyond the vocabulary of the model, 32 tokens/],
    ] satisfies [Partial<InferenceParams<'maps'>>, RegExp][]) {
      await expect(client.request('maps', { ...base, ...wrong })).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringMatching(words),
      });
    }
  });
});

describe('extraction', () => {
  it('writes the maps, or their mean over heads, as safetensors', async () => {
    const model = writeTinyModel(path.join(folder, 'external'), { data: 'model.onnx_data' });
    const out = path.join(folder, 'maps.safetensors');
    const map = tinyMap(ids);
    await client.request('extract', { model, feed: { kind: 'inputs', inputs }, reduce: 'none', out });
    const whole = readSafetensors(readFileSync(out)).get('attention.0')!;
    expect(whole.shape).toEqual([1, 2, ids.length, ids.length]);
    expectClose(whole.values, map.flat(2));

    await client.request('extract', { model, feed: { kind: 'inputs', inputs }, reduce: 'head-mean', out });
    const mean = readSafetensors(readFileSync(out)).get('attention.0')!;
    expect(mean.shape).toEqual([1, 1, ids.length, ids.length]);
    expectClose(
      mean.values,
      map[0]!.flatMap((row, q) => row.map((weight, k) => (weight + map[1]![q]![k]!) / 2)),
    );
  });

  it('goes into a folder that is not there yet', async () => {
    const model = path.join(folder, 'whole', 'model.onnx');
    const out = path.join(folder, 'new', 'folder', 'maps.safetensors');
    await client.request('extract', { model, feed: { kind: 'inputs', inputs }, reduce: 'none', out });
    expect(readSafetensors(readFileSync(out)).get('attention.0')!.shape).toEqual([
      1,
      2,
      ids.length,
      ids.length,
    ]);
  });

  it('leaves nothing where it fails', async () => {
    const model = path.join(folder, 'whole', 'model.onnx');
    const target = mkdtempSync(path.join(folder, 'out-'));
    const out = path.join(target, 'maps.safetensors');
    const feed = { kind: 'inputs' as const, inputs };
    const wrongIds = { input_ids: { ...inputs.input_ids, data: ids.map((id) => id + 90) } };
    for (const [wrong, words] of [
      [{ feed: { kind: 'inputs' as const, inputs: wrongIds } }, /vocabulary has 32 tokens/],
      [{ feed: { kind: 'inputs' as const, inputs: {} } }, /"input_ids"/],
      [{ layers: [7] }, /no layer 7/],
      [{ out: path.join(model, 'maps.safetensors') }, /cannot be written: its folder is a file/],
      [{ out: target }, /cannot be written: it is a folder/],
      [{ feed: { kind: 'text' as const, text: 'words' } }, /no tokenizer\.json/],
    ] satisfies [Partial<InferenceParams<'extract'>>, RegExp][]) {
      const request = client.request('extract', { model, feed, reduce: 'none', out, ...wrong });
      await expect(request).rejects.toMatchObject({ message: expect.stringMatching(words) });
    }
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('a model in the cache of the Hugging Face hub', () => {
  it.each([
    ['model.onnx', ''],
    ['its weights in a folder', 'weights/all.bin'],
    ['its weights beside it', 'model.onnx_data'],
  ])('%s: is read through the links', async (_, data) => {
    const files = mkdtempSync(path.join(folder, 'files-'));
    writeTinyModel(path.join(files, 'onnx'), data ? { data } : {});
    const model = writeHubCache(files, mkdtempSync(path.join(folder, 'hub-')));
    const { values } = await client.request('maps', {
      ...{ model, tokenIds: ids, layers: [0], heads: [0, 1], firstQuery: 0, endQuery: ids.length, pool: 1 },
    });
    expectClose(values, tinyMap(ids).flat(2));
  });
});

describe('a file that is not a model', () => {
  const write = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const empty = () => mkdtempSync(path.join(folder, 'empty-'));
  const cut = () => {
    const file = writeTinyModel(path.join(folder, 'cut'));
    truncateSync(file, 1_500);
    return file;
  };
  const without = (bytes: number | undefined) => {
    const file = writeTinyModel(mkdtempSync(path.join(folder, 'data-')), { data: 'weights.bin' });
    const data = path.join(path.dirname(file), 'weights.bin');
    if (bytes === undefined) rmSync(data);
    else truncateSync(data, bytes);
    return file;
  };

  it.each([
    ['missing', () => path.join(folder, 'nowhere', 'model.onnx'), /There is no model at/],
    ['a folder without a graph', empty, /holds no \.onnx or \.gguf file/],
    ['empty', () => write('empty.onnx', ''), /it is empty/],
    ['cut short', cut, /cut short/],
    ['a web page', () => write('page.onnx', '<!DOCTYPE html><html>'), /web page/],
    [
      'noise',
      () =>
        write(
          'noise.onnx',
          Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 251),
        ),
      /no ONNX model/,
    ],
    ['without its weights', () => without(undefined), /weights file "weights\.bin" is missing/],
    ['with weights cut short', () => without(100), /"weights\.bin" is cut short: it has 100 bytes/],
    [
      'with weights outside its folder',
      () => writeTinyModel(path.join(folder, 'inner', 'model'), { data: '../escaped.bin' }),
      /outside its own folder/,
    ],
    ['a GGUF file that is none', () => write('foreign.gguf', 'GGUF and then something else'), /GGUF|gguf/],
  ])('%s: says so in a sentence', async (_, make, words) => {
    const error = await client.request('openModel', { model: make() }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'bad-model', message: expect.stringMatching(words) });
    expect((error as Error).message).not.toMatch(/\n|\.ts:|\.js:|onnxruntime_src/);
  });
});

describe('a model without a cache, which is asked what it says', () => {
  /** Of tokens 2 to 31, which are words: softmax of the formula's logits. */
  const next = (tokens: readonly number[]) => {
    const logits = tinyLogits(tokens);
    const sum = logits.reduce((all, logit) => all + Math.exp(logit), 0);
    return logits.map((logit, id) => ({ id, probability: Math.exp(logit) / sum }));
  };
  const first = (tokens: readonly number[]) =>
    next(tokens).reduce((best, one) => (one.probability > best.probability ? one : best));

  function write(name: string): string {
    const model = writeTinyModel(path.join(folder, name), { says: true });
    writeTinyTokenizer(path.join(folder, name), false);
    return model;
  }

  it('reads changed prompts whole, and cannot hide a passage as it takes no mask', async () => {
    const { before, spans } = await client.request('counterfactual', {
      ...{ model: write('says'), tokenIds: ids, changes: ['remove', 'replace', 'mask'], continuation: 0 },
      ...{ spans: [{ first: 2, end: 4, controls: [{ first: 5, end: 7 }] }], answer: 'w9 w4' },
    });
    const expectNext = (got: { id: number; probability: number } | undefined, tokens: number[]) => {
      expect(got?.id).toBe(first(tokens).id);
      expect(Math.abs(got!.probability - first(tokens).probability)).toBeLessThan(1e-5);
    };
    const answer = (tokens: number[]) =>
      Math.log(next(tokens)[9]!.probability) + Math.log(next([...tokens, 9])[4]!.probability);
    const without = (from: number, end: number, ...filler: number[]) =>
      ids.toSpliced(from, end - from, ...filler);
    const [removed, replaced, masked] = spans[0]!.changes;
    expectNext(before.next[0], ids);
    expect(before.answer).toBeCloseTo(answer(ids), 3);
    expectNext(removed!.effect!.next[0], without(2, 4));
    expect(removed!.effect!.answer).toBeCloseTo(answer(without(2, 4)), 3);
    expectNext(removed!.controls[0]!.next[0], without(5, 7));
    // No word of the neutral text is in this vocabulary.
    expectNext(replaced!.effect!.next[0], without(2, 4, 2, 2));
    expect(masked).toMatchObject({ effect: null, refused: 'no-mask', controls: [] });
  });

  it('answers with the likeliest token each time, also in its own words', async () => {
    const { tokens, ended, text } = await client.request('generate', {
      ...{ model: write('answers'), tokenIds: ids, count: 4 },
    });
    const expected: number[] = [];
    for (let i = 0; i < 4; i++) {
      const { id } = first([...ids, ...expected]);
      if (id < 2) break;
      expected.push(id);
    }
    expect(tokens.map(({ id }) => id)).toEqual(expected);
    expect(ended).toBe(expected.length === 4 ? 'count' : 'end-token');
    expect(text).toBe(expected.map((id) => `w${id}`).join(' '));
  });

  it('is refused where it says nothing', async () => {
    const model = writeTinyModel(path.join(folder, 'silent'));
    writeTinyTokenizer(path.join(folder, 'silent'), false);
    await expect(client.request('generate', { model, tokenIds: ids, count: 1 })).rejects.toThrow(
      /does not say what comes next/,
    );
  });
});
