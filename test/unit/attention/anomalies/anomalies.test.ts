import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSummary } from '../../../../src/attention/summary/summary';
import { anomalies } from '../../../../src/attention/anomalies/anomalies';
import { createRowReader } from '../../../../src/attention/summary/rows';
import type { SinkSetup } from '../../../../src/attention/summary/setup';
import type { AnomalyRule, ComparedRows, Token } from '../../../../src/protocol/attention';
import type { RowBaseline } from '../../../../src/protocol/learned/baseline';
import { expectWithin, floatsOf } from '../closeTo';

interface TinyCase {
  name: string;
  layers: number;
  tokens: number;
  causal: boolean;
  sink: number | null;
  /** float32, base64: `[layers, queries, keys]`, mean over heads. */
  means: string;
  baseline: RowBaseline;
  /** `[layer, output, focus, concentration]` */
  reference: [number, number, number, number][];
  compared: ComparedRows;
}

const cases = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../fixtures/anomalies/tiny.json`, 'utf8'),
) as TinyCase[];

function setupOf({ layers, tokens: count, causal, sink, baseline }: TinyCase, rule?: AnomalyRule): SinkSetup {
  const token = (id: number): Token => ({
    ...{ id, text: 'x', origin: 'source', start: id, end: id + 1, segment: 0 },
  });
  return {
    layers,
    heads: 1,
    causal,
    reading: { kind: 'last', token: count - 1 },
    tokens: Array.from({ length: count }, (_, at) => token(at)),
    specialIds: new Set(),
    segments: [{ role: 'prompt', trust: 'author' }],
    spans: [],
    sink: sink ?? 0,
    baseline,
    ...(rule ? { rule } : {}),
  };
}

function found(c: TinyCase, rule?: AnomalyRule) {
  const setup = setupOf(c, rule);
  const reducer = anomalies(setup);
  const reader = createRowReader(setup);
  const means = floatsOf(c.means);
  const size = c.tokens ** 2;
  for (let layer = 0; layer < c.layers; layer++) {
    const mean = means.subarray(layer * size, (layer + 1) * size);
    reader.read({ layer, firstQuery: 0, queries: c.tokens, keys: c.tokens, mean }, reducer.addRow);
  }
  return reducer.finish(c.sink !== null);
}

describe.each(cases)('$name', (c) => {
  test('the reference rule gives exactly what the published script gives on the same arrays', () => {
    const { plain, compared, rule } = found(c, 'reference');
    const items = plain.map(({ layer, output, focus, concentration }) => [
      layer,
      output,
      focus,
      concentration,
    ]);
    expect(items).toEqual(c.reference.map((item) => [...item.slice(0, 3), Math.fround(item[3])]));
    expect([rule, compared]).toEqual(['reference', null]);
  });

  test('rows against clean texts equal SciPy’s exponential tail and Benjamini-Yekutieli values', () => {
    const { compared, rule } = found(c);
    expect(rule).toBe('honest');
    // The list ends after 20 where no more are unusual.
    expectWithin(compared, { ...c.compared, items: c.compared.items.slice(0, 20) }, 1e-5, 1e-12);
  });
});

test('the fixture has rows above one half, and unusual ones', () => {
  expect(cases.some(({ reference }) => reference.length > 5)).toBe(true);
  expect(cases.some(({ compared }) => compared.unusual > 3)).toBe(true);
});

test('without a baseline there is no comparison, and the published rule is there all the same', () => {
  const [c] = cases as [TinyCase];
  const { baseline: _, sink: __, ...setup } = setupOf(c);
  const means = floatsOf(c.means);
  const summary = createSummary(setup);
  const size = c.tokens ** 2;
  for (let layer = 0; layer < c.layers; layer++) {
    const mean = means.subarray(layer * size, (layer + 1) * size);
    summary.addRows({ layer, firstQuery: 0, queries: c.tokens, keys: c.tokens, mean });
    summary.addReadingRow(layer, mean.subarray(size - c.tokens));
  }
  const { plain, compared } = summary.finish().anomalies;
  expect(compared).toBeNull();
  expect(plain).toHaveLength(c.reference.length);
});
