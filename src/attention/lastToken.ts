import { AttnscopeError } from '../protocol/errors';
import { type SinkPair, type SpanAttention, type TokenShare, type TokenSpan } from '../protocol/attention';
import { type AnalysisSetup } from './setup';
import { compareWithWindows, spanWithoutSink, windowSums } from './windows';

/** What the last token attends to at one span. */
export type LastTokenAttention = Pick<
  SpanAttention,
  | 'lastToken'
  | 'lastTokenPerLayer'
  | 'strongestToken'
  | 'bestHead'
  | 'bestHeadWithoutSink'
  | 'ratioToWindows'
  | 'rank'
>;

/** Heads whose shares are closer than this count as equal: a float32 row does not tell them apart. */
const EQUAL = 1e-6;

/** One span's share of the last token's attention in each head: `[layers × heads]`. */
interface HeadShares {
  raw: Float64Array;
  withoutSink: Float64Array;
}

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
        const perLayer = known.map((row, layer) => ({
          raw: sum(row, span.first, span.end),
          withoutSink: sum(free[layer]!, span.first, span.end),
        }));
        const rest = spanWithoutSink(span);
        const compared = compareWithWindows(
          span,
          windowSums(mean, span.end - span.first, 0),
          rest && windowSums(meanFree, rest.end - rest.first, 1),
        );
        return {
          lastToken: meanPair(perLayer),
          lastTokenPerLayer: perLayer,
          strongestToken: strongestToken(span, mean.subarray(span.first, span.end)),
          ...bestHeads(shares[index]!, setup.heads),
          ratioToWindows: compared?.ratio ?? null,
          rank: compared?.rank ?? null,
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

/** Mean of pairs, each part on its own. */
export function meanPair(pairs: readonly SinkPair[]): SinkPair {
  const mean = (part: keyof SinkPair) => pairs.reduce((total, pair) => total + pair[part], 0) / pairs.length;
  return { raw: mean('raw'), withoutSink: mean('withoutSink') };
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
function bestHeads(
  { raw, withoutSink }: HeadShares,
  heads: number,
): Pick<LastTokenAttention, 'bestHead' | 'bestHeadWithoutSink'> {
  const strongest = (shares: Float64Array) => {
    const largest = shares.reduce((a, b) => Math.max(a, b), 0);
    return shares.findIndex((share) => share >= largest - EQUAL);
  };
  const at = (i: number) => ({ layer: Math.floor(i / heads), head: i % heads });
  const a = strongest(raw);
  const b = strongest(withoutSink);
  return {
    bestHead: { ...at(a), share: raw[a]! },
    bestHeadWithoutSink: { ...at(b), share: withoutSink[b]!, raw: raw[b]! },
  };
}
