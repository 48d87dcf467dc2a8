import { type SinkPair, type SpanAttention, type TokenSpan } from '../protocol/attention';
import { meanPair, strongestToken } from './lastToken';
import { laterWindows } from './laterWindows';
import { type Reducer } from './rows';
import { type AnalysisSetup } from './setup';
import { compareWithWindows, spanWithoutSink } from './windows';

/** Whether the tokens after a span attend to it. */
export type LaterAttention = Pick<
  SpanAttention,
  'laterTokens' | 'laterTokensPerLayer' | 'laterStrongestToken' | 'laterRank'
>;

/**
 * Attention of later tokens, per layer: mean over the queries q >= end of the weight on keys `[first, end)`; then the
 * plain mean over layers. Taken as the columns' sums over all queries less those at the moment query `end` comes in.
 * Ranked among the windows of the same length that have a later query, each over its own.
 */
export function laterTokens(setup: AnalysisSetup): Reducer<(LaterAttention | null)[]> {
  const windows = laterWindows(
    setup,
    setup.spans.filter((span) => span !== null),
  );
  const { columns } = windows;
  const before = setup.spans.map((span) => ({
    /** `[layer]`: mass of the span over the queries before its end. */
    perLayer: Array.from({ length: setup.layers }, () => ({ raw: 0, withoutSink: 0 })),
    /** `[tokens of the span]`: weight over layers and the queries before its end. */
    perKey: new Float64Array(span ? span.end - span.first : 0),
  }));
  return {
    addRow(row) {
      setup.spans.forEach((span, index) => {
        if (span?.end !== row.query) return;
        before[index]!.perLayer[row.layer] = spanSums(columns, row.layer, span);
        addKeys(before[index]!.perKey, columns.raw[row.layer]!, span.first);
      });
      windows.addRow(row);
    },
    finish() {
      const { raw, withoutSink } = windows.finish();
      const describe = (span: TokenSpan, index: number): LaterAttention => {
        const queries = setup.tokens.length - span.end;
        if (queries === 0) return NOTHING_LATER;
        const { perLayer, perKey } = before[index]!;
        const later = perLayer.map((early, layer): SinkPair => {
          const all = spanSums(columns, layer, span);
          return {
            raw: (all.raw - early.raw) / queries,
            withoutSink: (all.withoutSink - early.withoutSink) / queries,
          };
        });
        const keys = new Float64Array(perKey.length);
        for (const column of columns.raw) addKeys(keys, column, span.first);
        const rest = spanWithoutSink(span);
        const compared = compareWithWindows(
          span,
          raw(span.end - span.first),
          rest && withoutSink(rest.end - rest.first),
        );
        return {
          laterTokens: meanPair(later),
          laterTokensPerLayer: later,
          laterStrongestToken: strongestToken(
            span,
            keys.map((sum, i) => (sum - perKey[i]!) / (queries * setup.layers)),
          ),
          laterRank: compared?.rank ?? null,
        };
      };
      return setup.spans.map((span, index) => span && describe(span, index));
    },
  };
}

const NOTHING_LATER: LaterAttention = {
  laterTokens: null,
  laterTokensPerLayer: null,
  laterStrongestToken: null,
  laterRank: null,
};

/** Sums of a span's columns in one layer, over the queries so far. */
function spanSums(
  { raw, withoutSink }: ReturnType<typeof laterWindows>['columns'],
  layer: number,
  { first, end }: TokenSpan,
): SinkPair {
  const sums = { raw: 0, withoutSink: 0 };
  for (let k = first; k < end; k++) {
    sums.raw += raw[layer]![k]!;
    if (k > 0) sums.withoutSink += withoutSink[layer]![k]!;
  }
  return sums;
}

function addKeys(keys: Float64Array, column: Float64Array, first: number): void {
  for (let i = 0; i < keys.length; i++) keys[i]! += column[first + i]!;
}
