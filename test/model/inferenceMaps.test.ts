import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createInferenceClient } from '../../src/inference/client/createInferenceClient';
import { readPrompt } from '../../src/prompts/readPrompt';
import { pack } from '../../src/protocol/borders/packed';
import type { InferenceParams } from '../../src/protocol/borders/inference';
import { readSafetensors } from './readSafetensors';

const root = path.resolve(import.meta.dirname, '../..');
const model = path.join(root, 'media/model');
const client = createInferenceClient({ childPath: path.join(root, 'dist/inference.js') });
afterAll(() => client.dispose());

const fixtures = path.join(root, 'test/fixtures/bundled-model');
const referenceOf = (name: string) =>
  readSafetensors(readFileSync(path.join(fixtures, `${name}.safetensors`)));
const reference = referenceOf('1000');
const tokenIds = reference.get('ids')!.values;
const n = tokenIds.length;
/** Cells `layer, head, query, key` and PyTorch's weights there. */
const cells = reference.get('cells')!.values;
const weights = reference.get('cellWeights')!.values;

const ask = (more: Partial<InferenceParams<'maps'>>, onDone?: (done: number) => void) =>
  client.request(
    'maps',
    { ...{ model, tokenIds, layers: [0], heads: [0], firstQuery: 0, endQuery: n, pool: 1 }, ...more },
    { onProgress: ({ stage, done }) => stage === 'attention' && onDone?.(done) },
  );

describe('maps of a long prompt, as they come out of the process', () => {
  it('equal PyTorch, though the prompt was read in chunks', async () => {
    const layers = [1, 29];
    const heads = Array.from({ length: 9 }, (_, head) => head);
    const steps: number[] = [];
    const { rows, columns, values } = await ask({ layers, heads }, (done) => steps.push(done));
    expect([rows, columns, steps.at(-1)]).toEqual([n, n, n]);
    expect(steps.length).toBeGreaterThan(2);
    let compared = 0;
    weights.forEach((weight, i) => {
      const [layer, head, query, key] = cells.slice(4 * i, 4 * i + 4) as [number, number, number, number];
      const place = layers.indexOf(layer);
      if (place < 0) return;
      compared++;
      const got = values[((place * heads.length + head) * n + query) * n + key]!;
      expect(Math.abs(got - weight), `layer ${layer} head ${head} at ${query}, ${key}`).toBeLessThan(1e-4);
    });
    expect(compared).toBeGreaterThan(50);
  });

  it('are answered from what was kept, without another run', async () => {
    const steps: number[] = [];
    const [exact, pooled] = [
      await ask({ layers: [29], heads: [4], firstQuery: 600, endQuery: 640 }, (done) => steps.push(done)),
      await ask({ layers: [29], heads: [4], firstQuery: 600, endQuery: 640, pool: 40 }, (done) =>
        steps.push(done),
      ),
    ];
    expect(Math.max(...steps)).toBe(0);
    // No key behind the last query asked for is sent: none of them sees it.
    expect([exact.columns, pooled.rows, pooled.columns]).toEqual([640, 1, 16]);
    const cell = (column: number) =>
      Array.from({ length: 1_600 }, (_, i) => ({ row: Math.floor(i / 40), key: 40 * column + (i % 40) })).map(
        ({ row, key }) => exact.values[row * 640 + key]!,
      );
    const largest = Array.from({ length: pooled.columns }, (_, column) => Math.max(...cell(column)));
    expect([...pooled.values]).toEqual(largest);
  });

  it('give the row of the last token after one run, and again without another', async () => {
    const steps: number[] = [];
    const last = { layers: [5], heads: [0, 8], firstQuery: n - 1 };
    const first = await ask(last, (done) => steps.push(done));
    expect(steps.at(-1)).toBe(n);
    const again = await ask(last, (done) => steps.push(-done));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    expect(again.values).toEqual(first.values);
    for (let head = 0; head < 2; head++) {
      const row = first.values.subarray(head * n, (head + 1) * n);
      expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 4);
    }
  });

  it('stay within the memory that was allowed', async () => {
    const { mapBytes } = await client.request('memory', {});
    expect(mapBytes).toBe(2 * 9 * 4 * ((n * (n + 1)) / 2) + 9 * 4 * n);
  });
});

describe('means over heads of an analysed prompt', () => {
  const prompts = readFileSync(path.join(fixtures, 'prompts.json'), 'utf8');
  const { text } = (JSON.parse(prompts) as { name: string; text: string }[]).find(
    ({ name }) => name === '200',
  )!;
  const { rendering, segments } = readPrompt(text, { path: 'a.md' }, 'raw');

  it.each([
    ['exactly, in half of the memory that whole maps would take', 7 * 2 ** 20, 0],
    ['in 16 bits, in a quarter of it', 4 * 2 ** 20, 2 ** -12],
  ])('are there in every layer without another run: %s', async (_, mapBytes, off) => {
    const childPath = path.join(root, 'dist/inference.js');
    const small = createInferenceClient({ childPath, settings: { mapBytes } });
    const input = pack({ rendering, segments });
    const { tokens } = await small.request('analyze', { model, input, spans: [], overflow: 'refuse' });
    const ids = tokens.map(({ id }) => id);
    expect(30 * 4 * ids.length ** 2).toBeGreaterThan(mapBytes / 2);
    const asked = { tokenIds: ids, endQuery: ids.length, heads: ['mean' as const] as ['mean'] };
    for (const layer of [0, 13, 29]) {
      const steps: number[] = [];
      const { values } = await small.request(
        'maps',
        { model, layers: [layer], firstQuery: 0, pool: 1, ...asked },
        { onProgress: ({ done }) => steps.push(done) },
      );
      expect(Math.max(0, ...steps)).toBe(0);
      const { values: exact } = await ask({ layers: [layer], ...asked });
      const differs = values.findIndex((weight, i) => Math.abs(weight - exact[i]!) > off * exact[i]!);
      expect(differs).toBe(-1);
    }
    small.dispose();
  });
});

describe('maps of a text, written to a file', () => {
  it('equal PyTorch, special tokens and all', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
    const out = path.join(folder, 'maps.safetensors');
    const prompts = readFileSync(path.join(fixtures, 'prompts.json'), 'utf8');
    const { text } = (JSON.parse(prompts) as { name: string; text: string }[]).find(
      ({ name }) => name === '200',
    )!;
    const layers = [0, 7, 22];
    await client.request('extract', { model, feed: { kind: 'text', text }, layers, reduce: 'none', out });
    const tensors = readSafetensors(readFileSync(out));
    rmSync(folder, { recursive: true });
    expect([...tensors.keys()]).toEqual(layers.map((layer) => `attention.${layer}`));
    const expected = referenceOf('200');
    const places = expected.get('cells')!.values;
    let compared = 0;
    expected.get('cellWeights')!.values.forEach((weight, i) => {
      const [layer, head, query, key] = places.slice(4 * i, 4 * i + 4) as [number, number, number, number];
      const tensor = tensors.get(`attention.${layer}`);
      if (!tensor) return;
      compared++;
      const side = tensor.shape[3]!;
      expect(Math.abs(tensor.values[(head * side + query) * side + key]! - weight)).toBeLessThan(1e-4);
    });
    expect(compared).toBeGreaterThan(50);
  });
});
