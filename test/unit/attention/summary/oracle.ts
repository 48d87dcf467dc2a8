import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type {
  Anomaly,
  AttentionSummary,
  SpanAttention,
  SpanShare,
  TokenSpan,
  Treated,
  WindowPlace,
} from '../../../../src/protocol/attention';

/** `[layer, output, focus, concentration]`. */
type AnomalyItem = [number, number, number, number];

/** Gap: how far the nearest other window's figure is from the span's own. */
type OraclePlace = Treated<WindowPlace & { gap: number }> | null;

/** The figures as test/oracle/analyses.py writes them down. */
export interface OracleSummary extends Omit<AttentionSummary, 'anomalies' | 'spans'> {
  anomalies: { threshold: number; plain: AnomalyItem[]; withoutSinkAndSelf: AnomalyItem[] };
  spans: ({
    tokens: TokenSpan;
    reading: SpanAttention['reading'] & { place: OraclePlace };
    later: (SpanShare & { place: OraclePlace }) | null;
  } | null)[];
}

export function readFixture<Case>(name: string): Case[] {
  return JSON.parse(
    readFileSync(`${import.meta.dirname}/../../../fixtures/analyses/${name}.json`, 'utf8'),
  ) as Case[];
}

/** Expects every figure within `tolerance` of the oracle's, and the anomalies item by item. */
export function expectSummary(actual: AttentionSummary, oracle: OracleSummary, tolerance: number): void {
  const { anomalies, spans, ...rest } = actual;
  const { anomalies: expectedAnomalies, spans: expectedSpans, ...expectedRest } = oracle;
  expectClose(rest, expectedRest, tolerance, '');

  expect(anomalies.threshold).toBe(expectedAnomalies.threshold);
  expectItems(anomalies.plain, expectedAnomalies.plain, tolerance);
  expectItems(anomalies.withoutSinkAndSelf, expectedAnomalies.withoutSinkAndSelf, tolerance);

  expect(spans.length).toBe(expectedSpans.length);
  expectedSpans.forEach((expected, i) => {
    const span = spans[i]!;
    if (expected === null) return expect(span).toBeNull();
    expectClose(withoutPlaces(span), withoutPlaces(expected), tolerance, `spans[${i}]`);
    expectPlace(span.reading.place, expected.reading.place, tolerance);
    if (span.later && expected.later) expectPlace(span.later.place, expected.later.place, tolerance);
  });
}

function withoutPlaces({ tokens, reading, later }: SpanAttention) {
  return { tokens, reading: { ...reading, place: null }, later: later && { ...later, place: null } };
}

/** A rank may differ only where another window is closer than the tolerance. */
function expectPlace(actual: SpanShare['place'], expected: OraclePlace, tolerance: number) {
  if (actual === null || expected === null) return expect(actual).toEqual(expected);
  for (const part of ['raw', 'withoutSink'] as const) {
    const { rank, gap, ...figures } = expected[part];
    const { rank: actualRank, ...actualFigures } = actual[part];
    expectClose(actualFigures, figures, tolerance, `place.${part}`);
    if (gap > 2 * tolerance) expect(actualRank, part).toBe(rank);
  }
}

/** The same list, except for items whose weight is within the tolerance of the threshold. */
function expectItems(actual: readonly Anomaly[], expected: readonly AnomalyItem[], tolerance: number): void {
  const place = (layer: number, output: number) => `layer ${layer} output ${output}`;
  const found = new Map(actual.map((a) => [place(a.layer, a.output), a]));
  expect(found.size).toBe(actual.length);
  const missing = [];
  for (const [layer, output, focus, concentration] of expected) {
    const item = found.get(place(layer, output));
    found.delete(place(layer, output));
    if (item === undefined) {
      if (concentration - 0.5 > tolerance) missing.push([layer, output, concentration]);
      continue;
    }
    expect(item.focus, place(layer, output)).toBe(focus);
    expect(Math.abs(item.concentration - concentration), place(layer, output)).toBeLessThanOrEqual(tolerance);
  }
  expect(missing).toEqual([]);
  expect([...found.values()].filter((a) => a.concentration - 0.5 > tolerance)).toEqual([]);
}

function expectClose(actual: unknown, expected: unknown, tolerance: number, path: string): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    if (Number.isInteger(expected) && Number.isInteger(actual)) expect(actual, path).toBe(expected);
    else if (!(Math.abs(actual - expected) <= tolerance)) expect(actual, path).toBeCloseTo(expected, 6);
  } else if (
    typeof expected === 'object' &&
    expected !== null &&
    typeof actual === 'object' &&
    actual !== null
  ) {
    expect(Object.keys(actual).sort(), path).toEqual(Object.keys(expected).sort());
    for (const [key, value] of Object.entries(expected)) {
      expectClose((actual as Record<string, unknown>)[key], value, tolerance, `${path}.${key}`);
    }
  } else expect(actual, path).toEqual(expected);
}
