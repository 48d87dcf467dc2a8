import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnalysisSetup } from '../../../../src/attention/summary/setup';
import { createSummary } from '../../../../src/attention/summary/summary';
import { AttentionSummary, type Token, type TokenSpan } from '../../../../src/protocol/attention';
import { type OracleSummary, expectSummary, readFixture } from './oracle';

interface TinyCase extends Omit<AnalysisSetup, 'specialIds'> {
  name: string;
  specialIds: number[];
  /** float32, base64: `[layers, queries, keys]`. */
  mean: string;
  /** float32, base64: `[layers, heads, keys]`. */
  readingRows: string;
  expected: OracleSummary;
}

function floats(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}

/** Feeds a whole prompt's attention in blocks of `sizes` queries, taken in turn. */
function summarize(
  setup: AnalysisSetup,
  mean: Float32Array,
  lastRows: Float32Array,
  sizes = [setup.tokens.length],
) {
  const count = setup.tokens.length;
  const summary = createSummary(setup);
  for (let layer = setup.layers - 1; layer >= 0; layer--) {
    summary.addReadingRow(
      layer,
      lastRows.subarray(layer * setup.heads * count, (layer + 1) * setup.heads * count),
    );
  }
  for (let first = 0, turn = 0; first < count; turn++) {
    const queries = Math.min(sizes[turn % sizes.length]!, count - first);
    // A causal model with a cache gives only the keys seen so far.
    const keys = setup.causal ? first + queries : count;
    for (let layer = 0; layer < setup.layers; layer++) {
      const block = new Float32Array(queries * keys);
      for (let i = 0; i < queries; i++) {
        const from = (layer * count + first + i) * count;
        block.set(mean.subarray(from, from + keys), i * keys);
      }
      summary.addRows({ layer, firstQuery: first, queries, keys, mean: block });
    }
    first += queries;
  }
  return summary.finish();
}

const cases = readFixture<TinyCase>('tiny');
const setupOf = (c: TinyCase): AnalysisSetup => ({ ...c, specialIds: new Set(c.specialIds) });

describe('the summary equals an independent reading of PyTorch attention', () => {
  test.each(cases)('$name', (c) => {
    const summary = summarize(setupOf(c), floats(c.mean), floats(c.readingRows));
    expectSummary(summary, c.expected, 2e-6);
    expect(AttentionSummary.parse(summary)).toEqual(summary);
  });

  test('the fixture covers what can go wrong', () => {
    const all = cases.map((c) => c.expected);
    const spans = all.flatMap((e) => e.spans).filter((s) => s !== null);
    expect(all.some((e) => e.anomalies.withoutSinkAndSelf.length > 50)).toBe(true);
    expect(spans.some((s) => s.reading.place === null) && spans.some((s) => s.later === null)).toBe(true);
    expect(all.some((e) => e.flow.groups.some((g) => g.label === 'unmapped'))).toBe(true);
    const onlySink = ({ first, end }: TokenSpan) => first === 0 && end === 1;
    expect(all.some((e) => e.boundaries.some((b) => b.occurrences.every(onlySink)))).toBe(true);
    const several = all
      .flatMap((e) => e.boundaries)
      .filter((b) => b.occurrences.some((o) => o.end - o.first > 2));
    expect(new Set(several.map((b) => b.boundary)).size).toBe(4);
  });
});

/** Random rows with a strong first key, causal or not: their means over heads, and the last row of each head. */
const randomPrompt = fc
  .record({
    count: fc.integer({ min: 1, max: 24 }),
    causal: fc.boolean(),
    seed: fc.integer(),
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    spanSeeds: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
  })
  .map(({ count, causal, seed, sizes, spanSeeds }) => {
    const layers = 2;
    const heads = 2;
    let state = seed;
    const random = () => ((state = (Math.imul(state, 1664525) + 1013904223) | 0) >>> 8) / 2 ** 24;
    const perHead = Float32Array.from({ length: layers * heads * count * count }, (_, i) => {
      const key = i % count;
      const query = Math.floor(i / count) % count;
      return causal && key > query ? 0 : random() ** 4 + (key === 0 ? 2 : 0);
    });
    for (let row = 0; row < perHead.length; row += count) {
      const weights = perHead.subarray(row, row + count);
      const sum = weights.reduce((a, b) => a + b, 0);
      weights.forEach((w, k) => (weights[k] = w / sum));
    }
    const at = (layer: number, head: number, query: number) =>
      ((layer * heads + head) * count + query) * count;
    const mean = new Float32Array(layers * count * count);
    const lastRows = new Float32Array(layers * heads * count);
    for (let layer = 0; layer < layers; layer++) {
      for (let query = 0; query < count; query++) {
        for (let key = 0; key < count; key++) {
          mean[(layer * count + query) * count + key] =
            (perHead[at(layer, 0, query) + key]! + perHead[at(layer, 1, query) + key]!) / 2;
        }
      }
      for (let head = 0; head < heads; head++) {
        const last = at(layer, head, count - 1);
        lastRows.set(perHead.subarray(last, last + count), (layer * heads + head) * count);
      }
    }
    const tokens = Array.from({ length: count }, (_, i): Token => {
      const segment = i % 7 === 0 ? null : Math.floor((i * 3) / count);
      const origin = segment === null ? 'template' : 'source';
      return { id: i % 5, text: i % 4 ? '[INST]' : 'x', origin, start: null, end: null, segment };
    });
    const spans = spanSeeds.map(([a, b]): TokenSpan => {
      const first = a % count;
      return { first, end: first + 1 + (b % (count - first)) };
    });
    const setup: AnalysisSetup = {
      layers,
      heads,
      causal,
      reading: { kind: 'last', token: count - 1 },
      tokens,
      specialIds: new Set([0]),
      segments: [
        { role: 'system', trust: 'author' },
        { role: 'user', trust: 'user' },
        { role: 'data', trust: 'untrusted' },
      ],
      spans,
    };
    return { setup, mean, lastRows, sizes };
  });

/** Numbers to 10 digits after the point: sums taken in another order differ in the last bits. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, v: unknown) => (typeof v === 'number' ? Math.round(v * 1e10) / 1e10 : v)),
  );
}

describe('whatever the prompt', () => {
  test('the size of the blocks does not matter', () => {
    fc.assert(
      fc.property(randomPrompt, ({ setup, mean, lastRows, sizes }) => {
        const whole = summarize(setup, mean, lastRows);
        expect(rounded(summarize(setup, mean, lastRows, sizes))).toEqual(rounded(whole));
      }),
      { numRuns: 200 },
    );
  });

  test('shares stay between 0 and 1, flow rows sum to 1, ranks stay within their windows', () => {
    fc.assert(
      fc.property(randomPrompt, ({ setup, mean, lastRows }) => {
        const summary = summarize(setup, mean, lastRows);
        for (const row of summary.flow.perLayer.raw.flat())
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
        for (const span of summary.spans.filter((s) => s !== null)) {
          for (const { share, perLayer, place } of [span.reading, span.later].filter((s) => s !== null)) {
            for (const part of ['raw', 'withoutSink'] as const) {
              for (const one of [share[part], ...perLayer[part]]) {
                expect(one).toBeGreaterThanOrEqual(0);
                expect(one).toBeLessThanOrEqual(1 + 1e-6);
              }
              if (place === null) continue;
              expect(place[part].rank).toBeGreaterThanOrEqual(1);
              expect(place[part].rank).toBeLessThanOrEqual(place[part].windows);
            }
          }
        }
      }),
    );
  });
});

const token = (i: number): Token => ({
  id: i,
  text: 'x',
  origin: 'source',
  start: i,
  end: i + 1,
  segment: 0,
});

function plainSetup(count: number, spans: AnalysisSetup['spans'] = []): AnalysisSetup {
  const tokens = Array.from({ length: count }, (_, i) => token(i));
  const segments = [{ role: 'prompt', trust: 'author' }] as const;
  return {
    layers: 1,
    heads: 1,
    causal: true,
    reading: { kind: 'last', token: count - 1 },
    tokens,
    specialIds: new Set(),
    segments,
    spans,
  };
}

describe('by hand', () => {
  test('a row with all its mass on the sink has nothing without it', () => {
    const rows = Float32Array.from([1, 0, 0, 1, 0, 0, 1, 0, 0]);
    const last = Float32Array.from([1, 0, 0]);
    const summary = summarize(plainSetup(3, [{ first: 1, end: 2 }]), rows, last);
    expect(summary.spans[0]).toMatchObject({
      reading: { share: { raw: 0, withoutSink: 0 }, place: null },
      later: { share: { raw: 0, withoutSink: 0 } },
    });
    expect(summary.sinkPerLayer).toEqual([1]);
    expect(summary.anomalies.plain.map((a) => a.focus)).toEqual([0, 0, 0]);
    expect(summary.anomalies.withoutSinkAndSelf).toEqual([]);
  });

  test('windows that hold the sink count for the raw figure only', () => {
    const rows = Float32Array.from([1, 0, 0, 0, 0.5, 0.5, 0, 0, 0.5, 0.25, 0.25, 0, 0.5, 0.125, 0.25, 0.125]);
    const last = Float32Array.from([0.5, 0.125, 0.25, 0.125]);
    const [span] = summarize(plainSetup(4, [{ first: 2, end: 3 }]), rows, last).spans;
    const { reading, later } = span!;
    expect(reading.share).toEqual({ raw: 0.25, withoutSink: 0.5 });
    expect(reading.place).toEqual({
      raw: { rank: 2, windows: 4, ratio: 1 },
      withoutSink: { rank: 1, windows: 3, ratio: 1.5 },
    });
    expect(later!.share).toEqual({ raw: 0.25, withoutSink: 0.5 });
    // Later windows: token 0 gets .5 on average, 1 gets .1875, 2 gets .25.
    expect(later!.place).toMatchObject({
      raw: { rank: 2, windows: 3 },
      withoutSink: { rank: 1, windows: 2 },
    });
  });

  test('equal windows share the better rank', () => {
    const rows = new Float32Array(25);
    for (let q = 0; q < 5; q++) rows.fill(1 / (q + 1), q * 5, q * 5 + q + 1);
    const [span] = summarize(plainSetup(5, [{ first: 3, end: 4 }]), rows, rows.slice(20)).spans;
    expect(span!.reading.place).toMatchObject({ raw: { rank: 1 }, withoutSink: { rank: 1 } });
  });

  test('a weight of exactly one half is not above it', () => {
    const rows = Float32Array.from([1, 0, 0.5, 0.5]);
    const summary = summarize(plainSetup(2), rows, rows.slice(2));
    expect(summary.anomalies.plain).toEqual([{ layer: 0, output: 0, focus: 0, concentration: 1 }]);
  });
});

describe('refuses', () => {
  const block = { layer: 0, firstQuery: 0, queries: 1, keys: 2, mean: Float32Array.from([1, 0]) };

  test('rows that leave a gap, rows that are too short, and an end before all have come in', () => {
    expect(() => createSummary(plainSetup(2)).addRows({ ...block, firstQuery: 1 })).toThrow(/do not follow/);
    expect(() => createSummary(plainSetup(2)).addRows({ ...block, queries: 2 })).toThrow(/do not follow/);
    const begun = createSummary(plainSetup(2));
    begun.addRows(block);
    expect(() => begun.finish()).toThrow(/never came in/);
    expect(() => begun.addRows(block)).toThrow(/do not follow/);
  });

  test('weights that are not numbers, in a sentence that says where', () => {
    const mean = Float32Array.from([NaN, 0]);
    expect(() => createSummary(plainSetup(2)).addRows({ ...block, mean })).toThrow(
      /layer 0 at token 0.*finite/,
    );
  });

  test('spans outside the prompt', () => {
    expect(() => createSummary(plainSetup(2, [{ first: 1, end: 3 }]))).toThrow(/outside/);
    expect(() => createSummary(plainSetup(2, [{ first: 1, end: 1 }]))).toThrow(/outside/);
  });
});
