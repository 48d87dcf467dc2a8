import { AttnscopeError } from '../../protocol/errors';
import type { HeadShare, SpanAttention, TokenShare, TokenSpan, Treated } from '../../protocol/attention';
import { meanOfLayers } from '../parts';
import { scaleWithoutSink, takeSinkOut } from '../withoutSink';
import { type SinkSetup, treatedFigure } from './setup';
import { placeAmongWindows, windowSums } from './windows';

type ReadingShare = SpanAttention['reading'];

/** Heads whose shares are closer than this count as equal: a float32 row does not tell them apart. */
const EQUAL = 1e-6;

/** One span's share of what is attended to in each head: `[layers × heads]`. */
type HeadShares = Treated<Float64Array>;

/**
 * What is attended to from the reading position, as one row of each head: that of its query, or the mean of all rows.
 * Share of a span = sum over its keys of the head-mean weight; over layers: the plain mean. Best head = argmax over
 * layers and heads of the head's own share.
 */
export function readingShares(setup: SinkSetup): {
  /** `heads`: `[heads, keys]`, the row of each head in one layer. */
  addReadingRow(layer: number, heads: Float32Array): void;
  finish(
    hasSink: boolean,
    asked: readonly number[],
  ): { perLayer: number[][]; spans: (ReadingShare | null)[] };
} {
  const { sink } = setup;
  const count = setup.tokens.length;
  /** `[layer]`: `[keys]`, mean over heads. */
  const rows = new Array<Float64Array | undefined>(setup.layers);
  const shares = setup.spans.map((): HeadShares => {
    const size = setup.layers * setup.heads;
    return { raw: new Float64Array(size), withoutSink: new Float64Array(size) };
  });
  return {
    addReadingRow(layer, heads) {
      const own = heads.length / count;
      if (layer >= setup.layers || !Number.isInteger(own) || own < 1 || own > setup.heads) {
        throw new AttnscopeError('internal', `The attention row read in layer ${layer} has the wrong size.`);
      }
      const row = new Float64Array(count);
      for (let i = 0; i < heads.length; i++) row[i % count]! += heads[i]! / own;
      rows[layer] = row;
      for (let head = 0; head < own; head++) {
        const weights = heads.subarray(head * count, (head + 1) * count);
        const scale = scaleWithoutSink(sumBeside(weights, 0, count, sink));
        const at = layer * setup.heads + head;
        setup.spans.forEach((span, i) => {
          if (span === null) return;
          shares[i]!.raw[at] = sum(weights, span.first, span.end);
          shares[i]!.withoutSink[at] = sumBeside(weights, span.first, span.end, sink) * scale;
        });
      }
    },
    finish(hasSink, asked) {
      const known = rows.filter((row) => row !== undefined);
      if (known.length !== setup.layers)
        throw new AttnscopeError('internal', 'A layer has no attention row to read.');
      const free = known.map((row) => {
        const own = row.slice();
        takeSinkOut(own, 1, count, sink, 0);
        return own;
      });
      const mean = meanRow(known);
      const meanFree = meanRow(free);
      const describe = (span: TokenSpan, index: number): ReadingShare => {
        const shareIn = (row: Float64Array) => sum(row, span.first, span.end);
        const perLayer = treatedFigure(hasSink, known.map(shareIn), () => free.map(shareIn));
        return {
          share: treatedMean(perLayer),
          perLayer,
          strongestToken: strongestToken(span, mean.subarray(span.first, span.end)),
          place: placeAmongWindows(
            span,
            hasSink ? sink : null,
            (length) => windowSums(mean, length, null),
            (length) => windowSums(meanFree, length, sink),
          ),
          bestHead: bestHeads(shares[index]!, setup.heads, hasSink),
        };
      };
      return {
        perLayer: known.map((row) => Array.from(row)),
        spans: asked.map((index) => {
          const span = setup.spans[index];
          return span ? describe(span, index) : null;
        }),
      };
    },
  };
}

/** The token with the largest of a span's weights, `[tokens of the span]`; of equals the first. */
export function strongestToken(span: TokenSpan, weights: Float64Array): TokenShare {
  const share = weights.reduce((a, b) => Math.max(a, b));
  return { token: span.first + weights.indexOf(share), share };
}

/** Mean over layers of figures `[layer]`. */
export function treatedMean({ raw, withoutSink }: Treated<readonly number[]>): Treated<number> {
  return { raw: meanOfLayers(raw), withoutSink: meanOfLayers(withoutSink) };
}

function sum(row: Float32Array | Float64Array, first: number, end: number): number {
  let total = 0;
  for (let k = first; k < end; k++) total += row[k]!;
  return total;
}

/** The same without the sink's weight; taken off afterwards, it would leave rounding behind. */
function sumBeside(row: Float32Array, first: number, end: number, sink: number): number {
  return sum(row, first, Math.min(end, sink)) + sum(row, Math.max(first, sink + 1), end);
}

function meanRow(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0]!.length);
  for (const row of rows) row.forEach((weight, k) => (mean[k]! += weight / rows.length));
  return mean;
}

/** Of equal heads the first, in order of layer and head. */
function bestHeads(
  { raw, withoutSink: free }: HeadShares,
  heads: number,
  hasSink: boolean,
): Treated<HeadShare> {
  const withoutSink = hasSink ? free : raw;
  const strongest = (shares: Float64Array): HeadShare => {
    const largest = shares.reduce((a, b) => Math.max(a, b), 0);
    const at = shares.findIndex((share) => share >= largest - EQUAL);
    return {
      layer: Math.floor(at / heads),
      head: at % heads,
      share: { raw: raw[at]!, withoutSink: withoutSink[at]! },
    };
  };
  return { raw: strongest(raw), withoutSink: strongest(withoutSink) };
}
