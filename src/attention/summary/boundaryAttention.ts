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
          uniform: uniformWeight(setup, keys),
        };
      }),
  };
}

function boundaryKeys({ occurrences }: Boundary): number[] {
  return occurrences.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i));
}

/**
 * Mean over all queries of the weight on one of `keys` if each query spread its weight evenly: 1 / (keys it can
 * see).
 */
function uniformWeight({ causal, tokens }: AnalysisSetup, keys: readonly number[]): number {
  const count = tokens.length;
  if (!causal) return 1 / count;
  // fromQuery[k]: sum of 1 / (q + 1) over the queries q >= k, those that can see key k.
  const fromQuery = new Float64Array(count + 1);
  for (let q = count - 1; q >= 0; q--) fromQuery[q] = fromQuery[q + 1]! + 1 / (q + 1);
  return keys.reduce((sum, k) => sum + fromQuery[k]!, 0) / (count * keys.length);
}
