import { createSummary } from '../../../src/attention/summary/summary';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import type { ReadingPosition, Token, TokenSpan } from '../../../src/protocol/attention';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const LAYERS = 3;
const HEADS = 2;
const base = makeAnalysis({ tokens: 24 }).result;

/** An analysis of a random prompt: sizes, segments, findings and attention follow from the seed alone. */
export function generateAnalysis(seed: number): AnalysisResult {
  let state = seed * 7919 + 17;
  const random = () => ((state = (Math.imul(state, 1664525) + 1013904223) | 0) >>> 8) / 2 ** 24;
  const upTo = (most: number) => Math.floor(random() * (most + 1));

  const segmentCount = 1 + upTo(3);
  const { tokens, segments } = makeTokens(segmentCount, upTo);
  const count = tokens.length;
  const spans = makeSpans(tokens, seed % 4 === 0 ? 0 : 1 + upTo(3), upTo);
  const causal = seed % 5 !== 0;
  const reading: ReadingPosition = causal
    ? { kind: 'last', token: count - 1 }
    : seed % 2 === 0
      ? { kind: 'classification', token: 0 }
      : { kind: 'mean', token: null };
  const hasSink = seed % 3 !== 0;
  // What every query sees of a token: some much, and those of some segments and findings more or less than others.
  const pull = tokens.map(() => 0.05 + random() ** 6 * 8);
  for (const index of segments.keys()) {
    const factor = [0.1, 1, 1, 5][upTo(3)]!;
    for (const [token, { segment }] of tokens.entries()) if (segment === index) pull[token]! *= factor;
  }
  for (const { first, end } of spans) {
    const factor = [0.1, 1, 1, 4][upTo(3)]!;
    for (let token = first; token < end; token++) pull[token]! *= factor;
  }
  if (hasSink) pull[0] = count / 2;

  const setup = {
    layers: LAYERS,
    heads: HEADS,
    causal,
    reading,
    tokens,
    specialIds: new Set<number>(),
    segments,
    spans,
  };
  const summary = createSummary(setup);
  for (let layer = 0; layer < LAYERS; layer++) {
    const heads = Array.from({ length: HEADS }, () => makeMap(count, causal, pull, random));
    const mean = heads[0]!.map((weight, cell) => (weight + heads[1]![cell]!) / 2);
    summary.addRows({ layer, firstQuery: 0, queries: count, keys: count, mean });
    summary.addReadingRow(layer, Float32Array.from(heads.flatMap((map) => readingRow(map, count, reading))));
  }
  const findings = spans.map((span, index) => ({
    ...base.findings[0]!,
    fingerprint: String(index).padStart(16, '0'),
    segment: segments[tokens[span.first]!.segment ?? 0]!,
    ...(upTo(9) === 0 && { suppressed: true }),
  }));
  const model = { ...base.model, layers: LAYERS, heads: HEADS };
  return { ...base, model, tokens, segments, findings, attention: summary.finish() };
}

/** Segments between markers of a template; some, and the end of some others, are white space alone. */
function makeTokens(segmentCount: number, upTo: (most: number) => number) {
  const tokens: Token[] = [];
  const segments: AnalysisResult['segments'] = [];
  let at = 0;
  const marker = () =>
    tokens.push({ id: 1, text: '<|im_start|>', origin: 'template', start: null, end: null, segment: null });
  marker();
  for (let segment = 0; segment < segmentCount; segment++) {
    const start = at;
    const blank = upTo(9) === 0;
    const size = 1 + upTo([6, 30, 120][upTo(2)]!);
    for (let i = 0; i < size; i++) {
      const text = blank || (i > size - 3 && upTo(1) === 0) ? '\n' : ' word';
      tokens.push({ id: 2, text, origin: 'source', start: at, end: (at += text.length), segment });
    }
    const role = (['system', 'data', 'user'] as const)[segment % 3]!;
    segments.push({ role, trust: role === 'data' ? 'untrusted' : 'author', start, end: at });
    marker();
  }
  return { tokens, segments };
}

/** Runs of source tokens; one in four is what is last in its segment. */
function makeSpans(tokens: readonly Token[], count: number, upTo: (most: number) => number): TokenSpan[] {
  return Array.from({ length: count }, () => {
    let first = 1 + upTo(tokens.length - 3);
    while (tokens[first]!.origin !== 'source') first--;
    let end = first + 1;
    const longest = upTo(3) === 0 ? Infinity : 1 + upTo(11);
    while (end - first < longest && tokens[end]?.origin === 'source') end++;
    if (upTo(3) === 0) first = end - 1;
    return { first, end };
  });
}

function makeMap(
  count: number,
  causal: boolean,
  pull: readonly number[],
  random: () => number,
): Float32Array {
  const map = new Float32Array(count * count);
  for (let query = 0; query < count; query++) {
    const end = causal ? query + 1 : count;
    const row = map.subarray(query * count, query * count + end);
    row.forEach((_, key) => {
      const near = key === 0 ? 1 : (1 + Math.abs(query - key)) ** -0.5;
      row[key] = pull[key]! * near * (0.5 + random());
    });
    const sum = row.reduce((total, weight) => total + weight, 0);
    row.forEach((weight, key) => (row[key] = weight / sum));
  }
  return map;
}

function readingRow(map: Float32Array, count: number, { token }: ReadingPosition): number[] {
  const rows = token === null ? Array.from({ length: count }, (_, query) => query) : [token];
  return Array.from({ length: count }, (_, key) =>
    rows.reduce((sum, query) => sum + map[query * count + key]! / rows.length, 0),
  );
}
