import { type SpanAttention, type TokenSpan } from '../protocol/attention';
import { meanPair } from './lastToken';
import { type Reducer, mass, massWithoutSink } from './rows';
import { type AnalysisSetup } from './setup';
import { type WindowValues, compareWithWindows, spanWithoutSink } from './windows';

/** Whether the tokens after a span attend to it. */
export type LaterAttention = Pick<SpanAttention, 'laterTokens' | 'laterTokensPerLayer' | 'laterRank'>;

/**
 * Attention of later tokens, per layer: mean over the queries q >= end of the weight on keys `[first, end)`; then the
 * plain mean over layers. Ranked among the windows of the same length that have a later query, each over its own.
 */
export function laterTokens(setup: AnalysisSetup): Reducer<(LaterAttention | null)[]> {
  const count = setup.tokens.length;
  const spans = setup.spans.filter((span) => span !== null);
  const free = spans.map(spanWithoutSink).filter((span) => span !== null);
  const raw = laterWindows(setup, spans.map(lengthOf), 0);
  const withoutSink = laterWindows(setup, free.map(lengthOf), 1);
  const sums = setup.spans.map(() =>
    Array.from({ length: setup.layers }, () => ({ raw: 0, withoutSink: 0 })),
  );

  const describe = (
    span: TokenSpan,
    index: number,
    windows: (length: number) => WindowValues,
    freeWindows: (length: number) => WindowValues,
  ): LaterAttention => {
    const queries = count - span.end;
    if (queries === 0) return { laterTokens: null, laterTokensPerLayer: null, laterRank: null };
    const perLayer = sums[index]!.map((s) => ({
      raw: s.raw / queries,
      withoutSink: s.withoutSink / queries,
    }));
    const rest = spanWithoutSink(span);
    const compared = compareWithWindows(
      span,
      raw.values(lengthOf(span)),
      rest && withoutSink.values(lengthOf(rest)),
    );
    return {
      laterTokens: meanPair(perLayer),
      laterTokensPerLayer: perLayer,
      laterRank: compared?.rank ?? null,
    };
  };

  return {
    addRow(row) {
      raw.add(row.layer, row.query, row.weights, 1);
      withoutSink.add(row.layer, row.query, row.weights, row.scale);
      setup.spans.forEach((span, index) => {
        if (span === null || span.end > row.query) return;
        const own = sums[index]![row.layer]!;
        own.raw += mass(row, span.first, span.end);
        own.withoutSink += massWithoutSink(row, span.first, span.end);
      });
    },
    finish() {
      const windows = raw.finish();
      const freeWindows = withoutSink.finish();
      return setup.spans.map((span, index) => span && describe(span, index, windows, freeWindows));
    },
  };
}

function lengthOf(span: TokenSpan): number {
  return span.end - span.first;
}

/**
 * The figure of every window at once, without keeping a map. For a window `[s, e)` of `length` keys:
 * later = (sum of its columns over all queries) - (sum of its columns over the queries before e), and the second is
 * read off the running column sums at the moment query e comes in. Costs one pass over the row and one over the longest
 * window per query. Keys before `firstKey` are not counted.
 */
function laterWindows(setup: AnalysisSetup, lengths: readonly number[], firstKey: number) {
  const count = setup.tokens.length;
  const sorted = [...new Set(lengths)].sort((a, b) => a - b);
  /** `[layer]`: `[keys]`, sums over the queries so far. */
  const columns =
    sorted.length === 0 ? [] : Array.from({ length: setup.layers }, () => new Float64Array(count));
  /** `[length]`: `[start of window]`, sums over all layers and the queries before the window's end. */
  const early = sorted.map(() => new Float64Array(count));
  return {
    add(layer: number, query: number, weights: Float32Array, scale: number): void {
      const column = columns[layer];
      if (column === undefined) return;
      let running = 0;
      let k = query;
      for (let i = 0; i < sorted.length && query - sorted[i]! >= firstKey; i++) {
        const start = query - sorted[i]!;
        while (k > start) running += column[--k]!;
        early[i]![start]! += running;
      }
      for (let key = firstKey; key < weights.length; key++) column[key]! += weights[key]! * scale;
    },
    /** Told after the last row: mean over layers and later queries of the weight on each window that has a later query. */
    finish(): (length: number) => WindowValues {
      const prefix = new Float64Array(count + 1);
      for (let k = 0; k < count; k++) {
        prefix[k + 1] = prefix[k]! + columns.reduce((sum, column) => sum + column[k]!, 0);
      }
      return (length) => {
        const before = early[sorted.indexOf(length)]!;
        const values = new Float64Array(Math.max(0, count - length - firstKey));
        for (let i = 0; i < values.length; i++) {
          const start = firstKey + i;
          const end = start + length;
          values[i] = (prefix[end]! - prefix[start]! - before[start]!) / (setup.layers * (count - end));
        }
        return { first: firstKey, values };
      };
    },
  };
}
