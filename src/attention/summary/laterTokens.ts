import type { SpanShare, TokenSpan, Treated } from '../../protocol/attention';
import { strongestToken, treatedMean } from './readingShares';
import { laterWindows } from './laterWindows';
import type { Reducer } from './rows';
import { type SinkSetup, treatedFigure } from './setup';
import { placeAmongWindows } from './windows';

/**
 * Attention of later tokens, per layer: mean over the queries q >= end of the weight on keys `[first, end)`; then the
 * plain mean over layers. Taken as the columns' sums over all queries less those at the moment query `end` comes in.
 * Ranked among the windows of the same length that have a later query, each by its own later queries.
 */
export function laterTokens(setup: SinkSetup): Pick<Reducer<unknown>, 'addRow'> & {
  /** `asked`: indices of the spans to describe. */
  finish(hasSink: boolean, asked: readonly number[]): (SpanShare | null)[];
} {
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
        before[index]!.perLayer[row.layer] = spanSums(columns, row.layer, span, setup.sink);
        addKeys(before[index]!.perKey, columns.raw[row.layer]!, span.first);
      });
      windows.addRow(row);
    },
    finish(hasSink, asked) {
      const { raw, withoutSink } = windows.finish();
      const describe = (span: TokenSpan, index: number): SpanShare | null => {
        const queries = setup.tokens.length - span.end;
        if (queries === 0) return null;
        const { perLayer, perKey } = before[index]!;
        const later = (part: keyof Treated<number>) =>
          perLayer.map(
            (early, layer) => (spanSums(columns, layer, span, setup.sink)[part] - early[part]) / queries,
          );
        const shares = treatedFigure(hasSink, later('raw'), () => later('withoutSink'));
        const keys = new Float64Array(perKey.length);
        for (const column of columns.raw) addKeys(keys, column, span.first);
        return {
          share: treatedMean(shares),
          perLayer: shares,
          strongestToken: strongestToken(
            span,
            keys.map((sum, i) => (sum - perKey[i]!) / (queries * setup.layers)),
          ),
          place: placeAmongWindows(span, hasSink ? setup.sink : null, raw, withoutSink),
        };
      };
      return asked.map((index) => {
        const span = setup.spans[index];
        return span ? describe(span, index) : null;
      });
    },
  };
}

/** Sums of a span's columns in one layer, over the queries so far. */
function spanSums(
  { raw, withoutSink }: ReturnType<typeof laterWindows>['columns'],
  layer: number,
  { first, end }: TokenSpan,
  sink: number,
): Treated<number> {
  const sums = { raw: 0, withoutSink: 0 };
  for (let k = first; k < end; k++) {
    sums.raw += raw[layer]![k]!;
    if (k !== sink) sums.withoutSink += withoutSink[layer]![k]!;
  }
  return sums;
}

function addKeys(keys: Float64Array, column: Float64Array, first: number): void {
  for (let i = 0; i < keys.length; i++) keys[i]! += column[first + i]!;
}
