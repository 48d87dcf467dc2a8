import { type SpanAttention, type TokenSpan } from '../protocol/attention';
import { meanPair, strongestToken } from './lastToken';
import { laterWindows } from './laterWindows';
import { type Reducer, mass, massWithoutSink } from './rows';
import { type AnalysisSetup } from './setup';
import { compareWithWindows, spanWithoutSink } from './windows';

/** Whether the tokens after a span attend to it. */
export type LaterAttention = Pick<
  SpanAttention,
  'laterTokens' | 'laterTokensPerLayer' | 'laterStrongestToken' | 'laterRank'
>;

/**
 * Attention of later tokens, per layer: mean over the queries q >= end of the weight on keys `[first, end)`; then the
 * plain mean over layers. Ranked among the windows of the same length that have a later query, each over its own.
 */
export function laterTokens(setup: AnalysisSetup): Reducer<(LaterAttention | null)[]> {
  const windows = laterWindows(
    setup,
    setup.spans.filter((span) => span !== null),
  );
  const sums = setup.spans.map(() =>
    Array.from({ length: setup.layers }, () => ({ raw: 0, withoutSink: 0 })),
  );
  /** `[span]`: `[tokens of the span]`, sums over layers and later queries. */
  const keySums = setup.spans.map((span) => new Float64Array(span ? span.end - span.first : 0));
  return {
    addRow(row) {
      windows.addRow(row);
      setup.spans.forEach((span, index) => {
        if (span === null || span.end > row.query) return;
        const own = sums[index]![row.layer]!;
        own.raw += mass(row, span.first, span.end);
        own.withoutSink += massWithoutSink(row, span.first, span.end);
        const keys = keySums[index]!;
        for (let i = 0; i < keys.length; i++) keys[i]! += row.weights[span.first + i]!;
      });
    },
    finish() {
      const { raw, withoutSink } = windows.finish();
      const describe = (span: TokenSpan, index: number): LaterAttention => {
        const queries = setup.tokens.length - span.end;
        if (queries === 0)
          return { laterTokens: null, laterTokensPerLayer: null, laterStrongestToken: null, laterRank: null };
        const perLayer = sums[index]!.map((s) => ({
          raw: s.raw / queries,
          withoutSink: s.withoutSink / queries,
        }));
        const rest = spanWithoutSink(span);
        const compared = compareWithWindows(
          span,
          raw(span.end - span.first),
          rest && withoutSink(rest.end - rest.first),
        );
        return {
          laterTokens: meanPair(perLayer),
          laterTokensPerLayer: perLayer,
          laterStrongestToken: strongestToken(
            span,
            keySums[index]!.map((sum) => sum / (queries * setup.layers)),
          ),
          laterRank: compared?.rank ?? null,
        };
      };
      return setup.spans.map((span, index) => span && describe(span, index));
    },
  };
}
