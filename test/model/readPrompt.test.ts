import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFactStore } from '../../src/inference/worker/models/cacheFolder';
import type { CheckedModel } from '../../src/inference/worker/models/checkedModel';
import { createHandlers } from '../../src/inference/worker/handlers';
import { readPrompt as readAs } from '../../src/prompts/readPrompt';
import { AttentionSummary } from '../../src/protocol/attention';
import { pack, unpack } from '../../src/protocol/borders/packed';
import { createModels } from '../../src/inference/worker/models/models';
import { outputsOf } from '../../src/inference/worker/run/promptRun';
import { type LastReadings, readPrompt } from '../../src/inference/worker/run/readPrompt';
import type { TappedSession, Tensors } from '../../src/inference/worker/run/tappedSession';
import { BUNDLED, LAYERS } from './bundledModel';

const HIDDEN = 576;
const layers = Array.from({ length: LAYERS }, (_, layer) => layer);
/** Ids of common words, a different one each time. */
const words = (count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, i) => 1000 + ((7919 * (i + from)) % 20_000));

let folder: string;
let model: CheckedModel;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
  const services = { facts: createFactStore(folder), cacheFolder: folder, threads: undefined };
  model = await createModels(services).open(BUNDLED, () => undefined);
});
afterAll(async () => {
  await model.release();
  rmSync(folder, { recursive: true });
});

/** The model, whose session counts the tokens that go through it. */
function counting(): { counted: CheckedModel; fed: () => number } {
  let tokens = 0;
  const session: TappedSession = {
    ...model.session,
    run(feeds: Tensors, outputs) {
      tokens += feeds.input_ids!.dims[1]!;
      return model.session.run(feeds, outputs);
    },
  };
  return { counted: { ...model, session }, fed: () => tokens };
}

/** What is told of a prompt, whatever the blocks that it came in. */
async function read(of: CheckedModel, lastRead: LastReadings, tokenIds: readonly number[]) {
  const n = tokenIds.length;
  const maps = layers.map(() => new Float32Array(n * n));
  const states = new Float32Array(n * HIDDEN);
  let next = new Float32Array();
  await readPrompt(of, of, lastRead, {
    tokenIds,
    rowsFetched: LAYERS,
    wanted: [
      ...outputsOf(of, 'state', [13]),
      ...outputsOf(of, 'headMean', layers),
      ...outputsOf(of, 'nextLogits', layers),
    ],
    onBlock({ kind, layer, firstQuery, dims, values }) {
      if (kind === 'nextLogits') next = Float32Array.from(values);
      if (kind === 'state') states.set(values, firstQuery * HIDDEN);
      const [rows = 0, keys = 0] = dims.slice(-2);
      if (kind !== 'headMean') return;
      expect(keys).toBeLessThanOrEqual(n);
      for (let row = 0; row < rows; row++)
        maps[layer]!.set(values.subarray(row * keys, (row + 1) * keys), (firstQuery + row) * n);
    },
  });
  return { maps, states, next };
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a).toHaveLength(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

describe('a prompt that begins as the one before it did', () => {
  const first = words(300);
  it.each([
    ['is gone on with', first, [...first, ...words(8, 900)], 8],
    ['is changed at its end', first, [...first.slice(0, 290), ...words(3, 900)], 3],
    ['is changed in the middle', first, [...first.slice(0, 200), ...words(80, 900)], 80],
    ['is cut short', first, first.slice(0, 180), 1],
    ['is the same', first, first, 0],
    ['comes in pieces', words(600), [...words(590), ...words(20, 900)], 20],
    ['has little in common with it', first, [...first.slice(0, 100), ...words(150, 900)], 250],
  ])('and %s says the same as when it is read alone', async (_, before, after, tokens) => {
    const { counted, fed } = counting();
    const lastRead: LastReadings = new WeakMap();
    await read(counted, lastRead, before);
    const already = fed();
    const again = await read(counted, lastRead, after);
    expect(fed() - already).toBe(tokens);
    const alone = await read(counted, new WeakMap(), after);
    for (const layer of layers)
      expect(largestDifference(again.maps[layer]!, alone.maps[layer]!)).toBeLessThan(1e-5);
    // The first token's state is some hundred times as large as the others'.
    const [state, other] = [again, alone].map(({ states }) => states.subarray(HIDDEN)) as [
      Float32Array,
      Float32Array,
    ];
    const scale = other.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(largestDifference(state, other) / scale).toBeLessThan(1e-5);
    expect(largestDifference(again.next, alone.next)).toBeLessThan(1e-3);
  });
});

it('what is kept of a prompt is let go of where it takes much memory', async () => {
  const { counted, fed } = counting();
  const lastRead: LastReadings = new WeakMap();
  const long = words(1100);
  await read(counted, lastRead, long);
  await read(counted, lastRead, long);
  expect(fed()).toBe(2 * long.length);
});

it('a longer prompt is read from where it was edited too, over head means from the store of maps', async () => {
  const text = (edited: string) => `${'The ferry leaves at nine. '.repeat(180)} ${edited} Bring a coat.`;
  const analyst = () => {
    const handlers = createHandlers({ cacheFolder: folder, threads: 2 });
    return async (edited: string) => {
      const steps: number[] = [];
      const { summary, tokens, next } = await handlers.analyze(
        { model: BUNDLED, input: pack(readAs(text(edited), {}, 'raw')), spans: [], overflow: 'refuse' },
        {
          progress: ({ stage, done }) => void (stage === 'attention' && done > 0 && steps.push(done)),
          signal: new AbortController().signal,
        },
      );
      return { summary: unpack(summary, AttentionSummary), n: tokens.length, next, steps };
    };
  };
  const again = analyst();
  const first = await again('The last bus waits for it.');
  expect(30 * 2 * first.n ** 2).toBeGreaterThan(64 * 1024 * 1024);
  expect(first.steps.length).toBeGreaterThan(2);
  const edited = await again('Nobody waits for it.');
  const fresh = await analyst()('Nobody waits for it.');
  // What was read before goes in at once; the rest is one run.
  expect(edited.steps).toEqual([edited.n]);
  expect(edited.next.map(({ id }) => id)).toEqual(fresh.next.map(({ id }) => id));
  const figures = ({ summary }: typeof fresh) =>
    [summary.sinkPerLayer, summary.reading.perLayer.flat(), summary.flow.perLayer.raw.flat(2)].flat();
  const [a, b] = [figures(edited), figures(fresh)];
  expect(a).toHaveLength(b.length);
  a.forEach((value, at) => expect(Math.abs(value - b[at]!)).toBeLessThan(1e-5));
  expect(edited.summary.anomalies.plain.length).toBe(fresh.summary.anomalies.plain.length);
});
