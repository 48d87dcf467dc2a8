import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_FLOW_TOKENS, prepareFlow } from '../../../../src/attention/throughLayers/flow';
import type { LayerRows } from '../../../../src/attention/throughLayers/mixedRow';
import { rollout } from '../../../../src/attention/throughLayers/rollout';
import { expectWithin, floatsOf } from '../closeTo';

interface TinyCase {
  name: string;
  layers: number;
  tokenIds: number[];
  /** float32, base64: `[layers, queries, keys]`, mean over heads. */
  means: string;
  expected: { query: number; rollout: number[][]; flow: { layers: number; row: number[] }[] }[];
}

const cases = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../fixtures/throughLayers/tiny.json`, 'utf8'),
) as TinyCase[];

/** The flow from every token. */
function flow(layers: readonly LayerRows[], query: number, tokens: number): Float64Array {
  const { tokens: seen, from } = prepareFlow(layers, query);
  return Float64Array.from({ length: tokens }, (_, token) => (token < seen ? from(token) : 0));
}

function layersOf({ means, layers, tokenIds: { length: n } }: TinyCase) {
  const all = floatsOf(means);
  return Array.from(
    { length: layers },
    (_, layer) => (query: number) => all.subarray((layer * n + query) * n, (layer * n + query + 1) * n),
  );
}

describe.each(cases)('$name', (c) => {
  const n = c.tokenIds.length;
  test.each(c.expected)('rollout and flow of token $query equal matrix products and networkx', (e) => {
    const rows = rollout(layersOf(c), e.query, n);
    expectWithin(rows, e.rollout, 1e-5, 1e-9);
    for (const row of rows) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    for (const { layers, row } of e.flow)
      expectWithin(flow(layersOf(c).slice(0, layers), e.query, n), row, 1e-5, 1e-9);
  });
});

test('rows that go up to the query alone give the same as whole ones', () => {
  const [causal] = cases as [TinyCase];
  const cut = layersOf(causal).map((rows) => (query: number) => rows(query).subarray(0, query + 1));
  const n = causal.tokenIds.length;
  expect(rollout(cut, n - 1, n)).toEqual(rollout(layersOf(causal), n - 1, n));
  expect(flow(cut, n - 1, n)).toEqual(flow(layersOf(causal), n - 1, n));
});

test('a query far down is refused with the bound, one before it is not', () => {
  const n = MOST_FLOW_TOKENS + 1;
  const even = (query: number) => new Float32Array(query + 1).fill(1 / (query + 1));
  expect(() => flow([even], n - 1, n)).toThrow(
    `Attention flow is computed for at most ${MOST_FLOW_TOKENS} tokens, and this one has ${n} up to it.`,
  );
  expect(flow([even], 3, n).slice(0, 5)).toEqual(Float64Array.of(0.125, 0.125, 0.125, 0.625, 0));
});
