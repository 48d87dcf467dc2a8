import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { readDocument } from '../../src/analysis/readDocument';
import { readingQueries } from '../../src/attention/readingPosition';
import { openAnalysis } from '../../src/protocol/analysis';
import { analysisText } from '../../src/report/analysisText';
import { ownPlace } from './ownClient';
import { readSafetensors } from './readSafetensors';
import { tinyMap, writeTinyModel, writeTinyTokenizer } from './tinyModel';

const { folder, start } = ownPlace();
const client = start();

const [CLS, SEP] = [0, 1];
const words = [7, 19, 4, 23, 11, 30, 4, 16];
const text = words.map((id) => `w${id}`).join(' ');

/**
 * A model in which all queries rest on the token `drawing`; `marked`: its tokenizer puts `[CLS]` and `[SEP]`
 * around.
 */
function write(marked: boolean, drawing: number | undefined): string {
  const model = mkdtempSync(path.join(folder, 'model-'));
  writeTinyModel(model, { bothWays: true, drawing });
  writeTinyTokenizer(model, marked);
  return model;
}

async function read(model: string) {
  const request = { text, model, overflow: 'refuse', toolVersion: '0' } as const;
  const { result } = await analyze(client, { ...request, read: () => readDocument({ text }) });
  return openAnalysis(result);
}

/** The whole map `[head][query][key]`, as `extract` writes it. */
async function wholeMap(model: string): Promise<number[][][]> {
  const out = path.join(folder, 'maps.safetensors');
  await client.request('extract', { model, feed: { kind: 'text', text }, reduce: 'none', out });
  const { shape, values } = readSafetensors(readFileSync(out)).get('attention.0')!;
  const [, heads = 0, n = 0] = shape;
  return Array.from({ length: heads }, (_, head) =>
    Array.from({ length: n }, (_, query) => values.slice((head * n + query) * n, (head * n + query + 1) * n)),
  );
}

const meanOf = (rows: readonly (readonly number[])[]): number[] =>
  rows[0]!.map((_, key) => rows.reduce((sum, row) => sum + row[key]!, 0) / rows.length);

/** The sink of maps `[head][query][key]` by the formula of docs/analyses.md: all queries see all keys. */
function sinkOf(map: number[][][]): number | null {
  const n = map[0]!.length;
  const drawn = map[0]!.map((_, key) => {
    const others = map.flatMap((rows) => rows.filter((_, query) => query !== key).map((row) => row[key]!));
    return others.reduce((sum, weight) => sum + weight, 0) / others.length;
  });
  const most = Math.max(...drawn);
  return (most - 1 / n) / (1 - 1 / n) >= 0.15 ? drawn.indexOf(most) : null;
}

function expectClose(got: Iterable<number>, expected: readonly number[]): void {
  const values = [...got];
  expect(values).toHaveLength(expected.length);
  expect(Math.max(...values.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(1e-6);
}

describe.each([
  {
    name: 'with a classification token',
    marked: true,
    ids: [CLS, ...words, SEP],
    reading: { kind: 'classification', token: 0 },
    rowOf: (rows: number[][]) => rows[0]!,
    says: /The figures tell what its classification token reads\..*what the classification token reads/s,
  },
  {
    name: 'without a classification token',
    marked: false,
    ids: words,
    reading: { kind: 'mean', token: null },
    rowOf: meanOf,
    says: /The figures are means over what all tokens read\..*what the average token reads/s,
  },
])('a model that reads both ways, $name', ({ marked, ids, reading, rowOf, says }) => {
  const drawing = marked ? SEP : 11;
  const model = write(marked, drawing);

  it('has maps in which every token sees all others', async () => {
    const map = await wholeMap(model);
    const expected = tinyMap(ids, { bothWays: true, drawing });
    map.forEach((rows, head) => rows.forEach((row, query) => expectClose(row, expected[head]![query]!)));
    expect(map[0]![0]!.at(-1)).toBeGreaterThan(0);
  });

  it('is read there', async () => {
    const { tokens, attention, next } = await read(model);
    const rows = (await wholeMap(model)).map(rowOf);
    expect(tokens.map(({ id }) => id)).toEqual(ids);
    expect(attention).toMatchObject({ causal: false, reading });
    expectClose(attention.reading.perLayer[0]!, meanOf(rows));
    expect(next).toEqual([]);
  });

  it('gives what is read there by head and as their mean, kept or not', async () => {
    const rows = (await wholeMap(model)).map(rowOf);
    const { kind, token } = (await read(model)).attention.reading;
    const part = readingQueries({ kind, token }, ids.length);
    const asked = { model, tokenIds: ids, layers: [0], pool: 1, ...part };
    const heads = await client.request('maps', { ...asked, heads: [1, 0] });
    expect([heads.rows, heads.columns]).toEqual([1, ids.length]);
    expectClose(heads.values, [...rows[1]!, ...rows[0]!]);
    const all = await client.request('maps', { ...asked, heads: ['mean', 0] });
    expectClose(all.values, [...meanOf(rows), ...rows[0]!]);

    const forgetful = start({ mapBytes: 0 });
    const fresh = await forgetful.request('maps', { ...asked, heads: ['mean', 1] });
    forgetful.dispose();
    expectClose(fresh.values, [...meanOf(rows), ...rows[1]!]);
  });

  it('has its sink where its maps have it, or none', async () => {
    expect((await read(model)).attention.sink).toBe(ids.indexOf(drawing));
    const other = write(marked, undefined);
    expect((await read(other)).attention.sink).toBe(sinkOf(await wholeMap(other)));
  });

  it('is described in these words', async () => {
    const said = analysisText(await read(model), 'prompt.txt');
    expect(said).toMatch(says);
    expect(said).not.toContain('last token');
    expect(said).toContain(`Sink: token ${ids.indexOf(drawing)} `);
  });
});
