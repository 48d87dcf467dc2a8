import { AttnscopeError } from '../../protocol/errors';
import {
  type HeadShare,
  type SpanAttention,
  type TokenShare,
  type TokenSpan,
  type Treated,
} from '../../protocol/attention';
import { type AnalysisSetup } from './setup';
import { compareWithWindows, spanWithoutSink, windowSums } from './windows';

type LastTokenAttention = SpanAttention['reading'];

/** Heads whose shares are closer than this count as equal: a float32 row does not tell them apart. */
const EQUAL = 1e-6;

/** One span's share of the last token's attention in each head: `[layers × heads]`. */
type HeadShares = Treated<Float64Array>;

/**
 * What the last token attends to, from the last row of each head. Share of a span = sum over its keys of the head-mean
 * weight; over layers: the plain mean. Best head = argmax over layers and heads of the head's own share.
 */
export function lastTokenAttention(setup: AnalysisSetup): {
  /** `heads`: `[heads, keys]`, the last query's weights in one layer. */
  addLastRow(layer: number, heads: Float32Array): void;
  finish(): { rows: number[][]; spans: (LastTokenAttention | null)[] };
} {
  const count = setup.tokens.length;
  /** `[layer]`: `[keys]`, mean over heads. */
  const rows = new Array<Float64Array | undefined>(setup.layers);
  const shares = setup.spans.map((): HeadShares => {
    const size = setup.layers * setup.heads;
    return { raw: new Float64Array(size), withoutSink: new Float64Array(size) };
  });
  return {
    addLastRow(layer, heads) {
      const own = heads.length / count;
      if (layer >= setup.layers || !Number.isInteger(own) || own < 1 || own > setup.heads) {
        throw new AttnscopeError('internal', `The last attention row of layer ${layer} has the wrong size.`);
      }
      const row = new Float64Array(count);
      heads.forEach((weight, i) => (row[i % count]! += weight / own));
      rows[layer] = row;
      for (let head = 0; head < own; head++) {
        const weights = heads.subarray(head * count, (head + 1) * count);
        const rest = sum(weights, 1, count);
        setup.spans.forEach(
          (span, i) => span && noteHead(span, weights, rest, shares[i]!, layer * setup.heads + head),
        );
      }
    },
    finish() {
      const known = rows.filter((row) => row !== undefined);
      if (known.length !== setup.layers)
        throw new AttnscopeError('internal', 'A layer has no last attention row.');
      const free = known.map(withoutSink);
      const mean = meanRow(known);
      const meanFree = meanRow(free);
      const describe = (span: TokenSpan, index: number): LastTokenAttention => {
        const shareIn = (row: Float64Array) => sum(row, span.first, span.end);
        const perLayer = { raw: known.map(shareIn), withoutSink: free.map(shareIn) };
        const rest = spanWithoutSink(span);
        return {
          share: meanOfLayers(perLayer),
          perLayer,
          strongestToken: strongestToken(span, mean.subarray(span.first, span.end)),
          place: compareWithWindows(
            span,
            windowSums(mean, span.end - span.first, 0),
            rest && windowSums(meanFree, rest.end - rest.first, 1),
          ),
          bestHead: bestHeads(shares[index]!, setup.heads),
        };
      };
      return {
        rows: known.map((row) => Array.from(row)),
        spans: setup.spans.map((span, index) => span && describe(span, index)),
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
export function meanOfLayers({ raw, withoutSink }: Treated<readonly number[]>): Treated<number> {
  const mean = (layers: readonly number[]) =>
    layers.reduce((total, share) => total + share, 0) / layers.length;
  return { raw: mean(raw), withoutSink: mean(withoutSink) };
}

function sum(row: Float32Array | Float64Array, first: number, end: number): number {
  let total = 0;
  for (let k = first; k < end; k++) total += row[k]!;
  return total;
}

function withoutSink(row: Float64Array): Float64Array {
  const rest = sum(row, 1, row.length);
  return row.map((weight, k) => (k === 0 || rest === 0 ? 0 : weight / rest));
}

function meanRow(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0]!.length);
  for (const row of rows) row.forEach((weight, k) => (mean[k]! += weight / rows.length));
  return mean;
}

/** Writes the span's share in one head into `shares` at `place`. `rest`: the row's sum without the first token. */
function noteHead(span: TokenSpan, row: Float32Array, rest: number, shares: HeadShares, place: number): void {
  shares.raw[place] = sum(row, span.first, span.end);
  shares.withoutSink[place] = rest > 0 ? sum(row, Math.max(span.first, 1), span.end) / rest : 0;
}

/** Of equal heads the first, in order of layer and head. */
function bestHeads({ raw, withoutSink }: HeadShares, heads: number): Treated<HeadShare> {
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
