import type { BoundaryAttention } from '../../protocol/attention';
import { type Boundary, findBoundaries } from './boundaries';
import { type Reducer, mass, massWithoutSink } from './rows';
import { type AnalysisSetup, firstFreeQuery, type SinkSetup, treatedFigure } from './setup';

/**
 * Attention that boundaries receive, per layer: sum over all queries and over the boundary's tokens of the weight,
 * divided by (queries × tokens). Without the sink: it does not count as a boundary token, and queries that see nothing
 * else are left out of the mean.
 */
export function boundaryAttention(setup: SinkSetup): Reducer<BoundaryAttention[]> {
  const first = firstFreeQuery(setup);
  const count = setup.tokens.length;
  const entries = findBoundaries(setup).map((boundary) => ({
    boundary,
    raw: new Float64Array(setup.layers),
    free: new Float64Array(setup.layers),
  }));
  return {
    addRow(row) {
      for (const { boundary, raw, free } of entries) {
        for (const span of boundary.occurrences) {
          if (span.first >= row.width) break;
          raw[row.layer]! += mass(row, span.first, span.end);
          if (row.query >= first) free[row.layer]! += massWithoutSink(row, span.first, span.end);
        }
      }
    },
    finish: (hasSink) =>
      entries.map(({ boundary, raw, free }) => {
        const keys = boundaryKeys(boundary);
        const freeKeys = keys.filter((k) => k !== setup.sink);
        return {
          ...boundary,
          perLayer: treatedFigure(
            hasSink,
            Array.from(raw, (sum) => sum / (count * keys.length)),
            () =>
              Array.from(free, (sum) =>
                freeKeys.length === 0 ? 0 : sum / ((count - first) * freeKeys.length),
              ),
          ),
          uniform: uniformWeight(setup, keys, null),
        };
      }),
  };
}

/** The tokens of a boundary. */
export function boundaryKeys({ occurrences }: Pick<Boundary, 'occurrences'>): number[] {
  return occurrences.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i));
}

/**
 * Mean over the queries of the weight on one of `keys` if each query spread its weight evenly: 1 / (keys it can see).
 * Without a sink, that key does not count, and queries that see nothing else are left out of the mean; 0 where no key is
 * left.
 */
export function uniformWeight(
  { causal, tokens }: Pick<AnalysisSetup, 'causal'> & { tokens: { length: number } },
  keys: readonly number[],
  sink: number | null,
): number {
  const count = tokens.length;
  const free = keys.filter((k) => k !== sink);
  const seen = (q: number) => (causal ? q + 1 : count) - (sink !== null && (!causal || sink <= q) ? 1 : 0);
  // fromQuery[k]: sum of 1 / (keys that q sees) over the queries q >= k, those that can see key k in a causal map.
  const fromQuery = new Float64Array(count + 1);
  for (let q = count - 1; q >= 0; q--) fromQuery[q] = fromQuery[q + 1]! + (seen(q) > 0 ? 1 / seen(q) : 0);
  const queries = count - (seen(0) > 0 ? 0 : 1);
  if (free.length === 0 || queries === 0) return 0;
  return free.reduce((sum, k) => sum + fromQuery[causal ? k : 0]!, 0) / (queries * free.length);
}
