import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { unpackWeights } from '../../../src/protocol/borders/embedded';
import { collectReportMaps } from '../../../src/report/reportMaps';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const made = makeAnalysis({ tokens: 80 });
const lengthOf = (blocks: ReadonlyMap<string, string>) =>
  [...blocks.values()].reduce((sum, text) => sum + text.length, 0);

test('where there is room everything is exact', async () => {
  const maps = await collectReportMaps(made.result, made.fetch);
  expect(maps.means).toEqual({ side: 80, pool: 1 });
  expect(maps.heads).toEqual({ side: 80, pool: 1 });
});

test.each([30_000, 45_000, 60_000])(
  'a budget of %i is kept: head means stay finer than single heads',
  async (budget) => {
    const maps = await collectReportMaps(made.result, made.fetch, { budget });
    expect(lengthOf(maps.blocks)).toBeLessThanOrEqual(budget);
    expect(maps.heads!.pool).toBeGreaterThan(maps.means.pool);
    // Cells of means can be put together into cells of heads.
    expect(maps.heads!.pool % maps.means.pool).toBe(0);
  },
);

test('pooled cells hold the largest weight that they stand for', async () => {
  const { heads, blocks } = await collectReportMaps(made.result, made.fetch, { budget: 60_000 });
  const { side, pool } = heads!;
  const packed = inflateRawSync(Buffer.from(blocks.get('heads-1')!, 'base64'));
  const values = unpackWeights(packed, 3, side, side, true);
  const [row, column] = [side - 2, 1];
  let largest = 0;
  for (let query = row * pool; query < (row + 1) * pool; query++) {
    for (let key = column * pool; key < (column + 1) * pool; key++) {
      largest = Math.max(largest, made.weight(1, 2, query, key));
    }
  }
  expect(values[2 * side * side + row * side + column]).toBeCloseTo(largest, 4);
});

test('where single heads do not fit they are left out, but never the last rows', async () => {
  const maps = await collectReportMaps(made.result, made.fetch, { budget: 12_000 });
  expect(maps.heads).toBeNull();
  expect(maps.blocks.has('rows-0')).toBe(true);
  expect(maps.blocks.has('mean-0')).toBe(true);
});

test.each([14_000_000, 60_000, 12_000])(
  'tells how far it is, up to the end, and never goes back (%i)',
  async (budget) => {
    const told: number[] = [];
    const fetch: typeof made.fetch = (request, onProgress) => {
      onProgress?.({ done: 1, total: 2 });
      return made.fetch(request);
    };
    await collectReportMaps(made.result, fetch, { budget, onProgress: (share) => told.push(share) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told[0]).toBeLessThan(0.2);
    expect(told.filter((share) => share > 0.4 && share < 0.8).length).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(1);
  },
);

test('a long prompt is asked for in squares that were kept as it was read, a few MB at a time', async () => {
  const short = makeAnalysis({ tokens: 80, layers: 2, heads: 3 });
  const tokens = Array.from({ length: 5_000 }, (_, at) => short.result.tokens[at % 80]!);
  const { reading } = short.result.attention;
  const attention = { ...short.result.attention, reading: { ...reading, token: tokens.length - 1 } };
  const asked: { heads: unknown[]; pool: number; cells: number }[] = [];
  const maps = await collectReportMaps({ ...short.result, tokens, attention }, (request) => {
    const { layers, heads, firstQuery, endQuery, pool } = request;
    const [rows, columns] = [Math.ceil((endQuery - firstQuery) / pool), Math.ceil(tokens.length / pool)];
    const values = new Float32Array(layers.length * heads.length * rows * columns);
    asked.push({ heads, pool, cells: values.length });
    return Promise.resolve({ rows, columns, values });
  });
  expect(maps.means.pool % 8).toBe(0);
  expect(maps.heads!.pool % 16).toBe(0);
  expect(maps.heads!.pool % maps.means.pool).toBe(0);
  for (const { heads, pool, cells } of asked) {
    // Rows of what is read leave the model on their own.
    if (pool === 1) expect(cells).toBeLessThanOrEqual(2 * 3 * tokens.length);
    else expect(pool % (heads[0] === 'mean' ? 8 : 16)).toBe(0);
    expect(cells).toBeLessThanOrEqual(2_000_000);
  }
});
