import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFactStore } from '../../src/inference/worker/models/cacheFolder';
import { createModels } from '../../src/inference/worker/models/models';
import { outputsOf, runPrompt } from '../../src/inference/worker/run/promptRun';
import { createHandlers } from '../../src/inference/worker/handlers';
import { readPrompt } from '../../src/prompts/readPrompt';
import { AttentionSummary } from '../../src/protocol/attention';
import { pack, unpack } from '../../src/protocol/borders/packed';
import type { HeadChoice, InferenceParams, InferenceResult } from '../../src/protocol/borders/inference';
import { writeTinyTokenizer } from './tinyModel';

const N = 2_100;
/** Sides of the smallest squares of a prompt of so many tokens: of head means, and of single heads. */
const [MEANS, HEADS] = [4, 16];
const tokenIds = Array.from({ length: N }, (_, i) => 2 + ((i * i + 7 * i) % 29));
const text = tokenIds.map((id) => `w${id}`).join(' ');
const input = pack(readPrompt(text, {}, 'raw'));

let folder: string;
let model: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
  model = path.join(folder, 'llama');
  cpSync(path.resolve(import.meta.dirname, '../fixtures/language/llama'), model, { recursive: true });
  writeTinyTokenizer(model, false);
  whole = asker(2 ** 30);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Asked = Partial<InferenceParams<'maps'>>;

/** An inference process that keeps so many bytes of maps; `steps`: how far runs of the model were told to be. */
function asker(mapBytes: number) {
  const handlers = createHandlers({ cacheFolder: path.join(folder, 'cache'), mapBytes, threads: 2 });
  const steps: number[] = [];
  const context = {
    progress: ({ stage, done }: { stage: string; done: number }) => {
      if (stage === 'attention' && done > 0) steps.push(done);
    },
    signal: new AbortController().signal,
  };
  return {
    steps,
    maps: async (asked: Asked): Promise<InferenceResult<'maps'>> =>
      handlers.maps(
        {
          ...{ model, tokenIds, layers: [0], heads: ['mean'], firstQuery: 0, endQuery: N, pool: 1 },
          ...asked,
        },
        context,
      ),
    analyze: async (heads: boolean) =>
      handlers.analyze(
        { model, input, spans: [{ start: 4_000, end: 4_200 }], overflow: 'refuse', heads },
        context,
      ),
  };
}

/** Keeps all maps whole. */
let whole: ReturnType<typeof asker>;
/** Keeps no head means of its three layers whole, not even in 16 bits, but all squares. */
const narrow = () => asker(10 * 2 ** 20);

/** The largest weight, or the mean of what its queries can see, of each square of a whole map `[N, N]`. */
function pooled(map: Float32Array, pool: number, by: 'largest' | 'mean'): number[] {
  const side = Math.ceil(N / pool);
  const cells = new Array<number>(side * side).fill(0);
  const counts = new Array<number>(side * side).fill(0);
  for (let query = 0; query < N; query++)
    for (let key = 0; key <= query; key++) {
      const cell = Math.floor(query / pool) * side + Math.floor(key / pool);
      const weight = map[query * N + key]!;
      counts[cell]!++;
      cells[cell] = by === 'mean' ? cells[cell]! + weight : Math.max(cells[cell]!, weight);
    }
  return by === 'mean' ? cells.map((sum, at) => sum / (counts[at]! || 1)) : cells;
}

function expectClose(values: Float32Array, wanted: ArrayLike<number>, off = 1e-6): void {
  expect(values).toHaveLength(wanted.length);
  const differs = values.findIndex((value, at) => Math.abs(value - wanted[at]!) > off);
  expect(differs < 0 ? null : [differs, values[differs], wanted[differs]]).toBeNull();
}

describe('maps of a prompt whose maps do not fit the memory allowed', () => {
  it('are pooled as the model reads: each square as the whole map says, without another run', async () => {
    const long = narrow();
    await long.analyze(true);
    long.steps.length = 0;
    for (const [head, side] of [
      ['mean', MEANS],
      [0, HEADS],
      [1, HEADS],
    ] as [HeadChoice, number][]) {
      const map = (await whole.maps({ layers: [1], heads: [head] })).values;
      for (const by of ['largest', 'mean'] as const) {
        // Single heads are kept by their largest weights alone.
        if (head !== 'mean' && by === 'mean') continue;
        for (const pool of [side, 2 * side, 128]) {
          const got = await long.maps({ layers: [1], heads: [head], pool, by });
          expect(got.rows).toBe(Math.ceil(N / pool));
          expectClose(got.values, pooled(map, pool, by), head === 'mean' ? 1e-6 : 2 ** -12);
        }
      }
    }
    expect(long.steps).toEqual([]);
  });

  it('are drawn in groups of tokens that are asked for, as the means of what their queries can see', async () => {
    const long = narrow();
    // Groups of three, without every seventh token.
    const kept = tokenIds.map((_, at) => at).filter((at) => at % 7 !== 3);
    const groups = tokenIds.map((_, at) => (at % 7 === 3 ? -1 : Math.floor(kept.indexOf(at) / 3)));
    const side = Math.max(...groups) + 1;
    for (const head of ['mean', 1] as HeadChoice[]) {
      const map = (await whole.maps({ layers: [1], heads: [head] })).values;
      const [sums, counts] = [new Array<number>(side ** 2).fill(0), new Array<number>(side ** 2).fill(0)];
      for (const query of kept)
        for (const key of kept) {
          if (key > query) break;
          const cell = groups[query]! * side + groups[key]!;
          sums[cell]! += map[query * N + key]!;
          counts[cell]! += 1;
        }
      const drawn = await long.maps({ layers: [1], heads: [head], groups });
      expect([drawn.rows, drawn.columns]).toEqual([side, side]);
      expectClose(
        drawn.values,
        sums.map((sum, at) => sum / (counts[at]! || 1)),
        2 ** -12,
      );
    }
    await expect(long.maps({ groups: groups.slice(1) })).rejects.toThrow('Groups are in order');
    await expect(long.maps({ groups: [...groups].reverse() })).rejects.toThrow('Groups are in order');
    await expect(long.maps({ groups, pool: 2 })).rejects.toThrow('of a whole map');
  });

  it('are shown token by token where they are looked at, and only these rows are read', async () => {
    const long = narrow();
    await long.analyze(false);
    for (const head of ['mean', 0, 1] as HeadChoice[]) {
      const map = (await whole.maps({ layers: [1], heads: [head] })).values;
      for (const [firstQuery, endQuery] of [
        [1_500, 1_700],
        [3, 40],
        [N - 1, N],
      ] as const) {
        long.steps.length = 0;
        const { values, columns } = await long.maps({ layers: [1], heads: [head], firstQuery, endQuery });
        const wanted = Array.from({ length: endQuery - firstQuery }, (_, row) =>
          map.subarray((firstQuery + row) * N, (firstQuery + row) * N + columns),
        );
        expectClose(
          values,
          wanted.flatMap((row) => [...row]),
          1e-5,
        );
        expect(Math.min(Infinity, ...long.steps)).toBeGreaterThan(firstQuery);
      }
    }
  });

  it('are found again by another process, which reads the prompt once for all layers', async () => {
    const fresh = narrow();
    const rows = { firstQuery: 1_000, endQuery: 1_100 };
    for (const [asked, side] of [
      [{ heads: ['mean' as const] }, MEANS],
      [{ heads: [1] }, HEADS],
    ] as const) {
      for (const layer of [0, 1]) {
        const heads = [...asked.heads] as [HeadChoice];
        const map = (await whole.maps({ layers: [layer], heads })).values;
        fresh.steps.length = 0;
        const { values } = await fresh.maps({ layers: [layer], heads, pool: side });
        expectClose(values, pooled(map, side, 'largest'), 2 ** -12);
        expect(fresh.steps.includes(N)).toBe(layer === 0);
        const { values: part, columns } = await fresh.maps({ layers: [layer], heads, ...rows });
        const row = map.subarray(1_050 * N, 1_050 * N + columns);
        expectClose(part.subarray(50 * columns, 51 * columns), row, 1e-5);
      }
    }
  });

  it('are those of the prompt read in one piece', async () => {
    const cacheFolder = path.join(folder, 'cache');
    const services = { facts: createFactStore(cacheFolder), cacheFolder, threads: 2 };
    const loaded = await createModels(services).open(model, () => undefined);
    const layers = loaded.layers.map((_, layer) => layer);
    expect(loaded.chunks(N, layers.length).length).toBeGreaterThan(3);
    const wanted = outputsOf(loaded, 'headMean', layers);
    const pieces = [{ first: 0, end: N }];
    const inOne = new Map<number, Float32Array>();
    await runPrompt(loaded, tokenIds, pieces, wanted, ({ layer, values }) => void inOne.set(layer, values));
    await loaded.release();
    for (const layer of layers) {
      const { values } = await whole.maps({ layers: [layer] });
      expectClose(values, inOne.get(layer)!, 1e-5);
    }
  });

  it('leave the figures of the analysis as they are, and as the formulas have them', async () => {
    const [plain, long] = [await whole.analyze(false), await narrow().analyze(true)];
    expect(long.spans).toEqual(plain.spans);
    expect(long.next.map(({ id }) => id)).toEqual(plain.next.map(({ id }) => id));
    const summary = unpack(long.summary, AttentionSummary);
    expect(summary).toEqual(unpack(plain.summary, AttentionSummary));

    const { tokens, later, reading } = long.spans[0]!;
    const strong = new Set<string>();
    for (const layer of [0, 1, 2]) {
      const map = (await whole.maps({ layers: [layer] })).values;
      const mass = (query: number) =>
        map
          .subarray(query * N + tokens.first, query * N + tokens.end)
          .reduce((sum, weight) => sum + weight, 0);
      let sum = 0;
      for (let query = tokens.end; query < N; query++) sum += mass(query);
      expect(later!.perLayer.raw[layer]).toBeCloseTo(sum / (N - tokens.end), 6);
      expect(reading.perLayer.raw[layer]).toBeCloseTo(mass(N - 1), 6);
      for (let query = 0; query < N; query++) {
        const row = map.subarray(query * N, query * N + query + 1);
        const most = row.reduce((largest, weight) => Math.max(largest, weight), 0);
        if (most > 0.5) strong.add(`${layer} ${query} ${row.indexOf(most)}`);
      }
    }
    const told = summary.anomalies.plain.map(({ layer, output, focus }) => `${layer} ${output} ${focus}`);
    expect(new Set(told)).toEqual(strong);
  });
});
