import { AttnscopeError } from '../protocol/errors';
import { type SinkPair, type SpanAttention, type TokenSpan } from '../protocol/attention';
import { type AnalysisSetup } from './setup';
import { compareWithWindows, spanWithoutSink, windowSums } from './windows';

/** What the last token attends to at one span. */
export type LastTokenAttention = Pick<
  SpanAttention,
  'lastToken' | 'lastTokenPerLayer' | 'bestHead' | 'bestHeadWithoutSink' | 'ratioToWindows' | 'rank'
>;

interface HeadShare {
  head: number;
  share: number;
  raw: number;
}

/** The strongest head of one layer for one span, by its share as it is and by its share without the sink. */
interface LayerBest {
  raw: HeadShare;
  withoutSink: HeadShare;
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
  /** `[layer][span]`. */
  const best = new Array<(LayerBest | null)[]>(setup.layers);
  return {
    addLastRow(layer, heads) {
      if (layer >= setup.layers || heads.length !== setup.heads * count) {
        throw new AttnscopeError('internal', `The last attention row of layer ${layer} has the wrong size.`);
      }
      const row = new Float64Array(count);
      heads.forEach((weight, i) => (row[i % count]! += weight / setup.heads));
      rows[layer] = row;
      best[layer] = setup.spans.map((span) => span && bestOfLayer(span, heads, count));
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
          ...bestOfAll(best.map((spans) => spans[index]!)),
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

function bestOfLayer(span: TokenSpan, heads: Float32Array, count: number): LayerBest {
  const shares: HeadShare[] = [];
  for (let start = 0; start < heads.length; start += count) {
    const row = heads.subarray(start, start + count);
    const rest = sum(row, 1, count);
    const free = sum(row, Math.max(span.first, 1), span.end);
    shares.push({
      head: start / count,
      raw: sum(row, span.first, span.end),
      share: rest > 0 ? free / rest : 0,
    });
  }
  const largest = (part: 'raw' | 'share') => shares.reduce((a, b) => (b[part] > a[part] ? b : a));
  return { raw: largest('raw'), withoutSink: largest('share') };
}

/** Of equal heads the first, in order of layer and head. */
function bestOfAll(
  layers: readonly LayerBest[],
): Pick<LastTokenAttention, 'bestHead' | 'bestHeadWithoutSink'> {
  let raw = 0;
  let free = 0;
  layers.forEach((best, layer) => {
    if (best.raw.raw > layers[raw]!.raw.raw) raw = layer;
    if (best.withoutSink.share > layers[free]!.withoutSink.share) free = layer;
  });
  return {
    bestHead: { layer: raw, head: layers[raw]!.raw.head, share: layers[raw]!.raw.raw },
    bestHeadWithoutSink: { layer: free, ...layers[free]!.withoutSink },
  };
}
