import type { Flow, FlowGroup, Token } from '../../protocol/attention';
import { type Reducer, mass, massWithoutSink } from './rows';
import { labelRuns } from './runs';
import { type AnalysisSetup, firstFreeQuery, type SinkSetup, treatedFigure } from './setup';

/**
 * Flow between groups, per layer: perLayer[from][to] = mean over the queries of `from` of the weight on all keys of
 * `to`. Each row sums to what the model's rows do; the sink's share is in the group that holds it. Without the sink:
 * a query that sees nothing else (query 0 of a causal map) is left out.
 */
export function flow(setup: SinkSetup): Reducer<Flow> {
  const { groups, groupOf } = flowGroups(setup);
  const runs = labelRuns(groupOf);
  const size = groups.length;
  const first = firstFreeQuery(setup);
  const raw = new Float64Array(setup.layers * size * size);
  const free = new Float64Array(setup.layers * size * size);
  return {
    addRow(row) {
      const base = (row.layer * size + groupOf[row.query]!) * size;
      for (const run of runs) {
        if (run.first >= row.width) break;
        raw[base + run.label]! += mass(row, run.first, run.end);
        if (row.query >= first) free[base + run.label]! += massWithoutSink(row, run.first, run.end);
      }
    },
    finish(hasSink) {
      const freeQueries = groups.map((g, i) => g.tokens - (first === 1 && groupOf[0] === i ? 1 : 0));
      const table = (sums: Float64Array, queries: readonly number[]) =>
        Array.from({ length: setup.layers }, (_, layer) =>
          groups.map((_, from) =>
            groups.map((_, to) => {
              const sum = sums[(layer * size + from) * size + to]!;
              return queries[from]! > 0 ? sum / queries[from]! : 0;
            }),
          ),
        );
      return {
        groups,
        perLayer: treatedFigure(
          hasSink,
          table(
            raw,
            groups.map((g) => g.tokens),
          ),
          () => table(free, freeQueries),
        ),
      };
    },
  };
}

/** The groups that have tokens (segments in order, then template, then unmapped) and each token's group. */
function flowGroups({ tokens, segments }: AnalysisSetup): { groups: FlowGroup[]; groupOf: number[] } {
  const keyOf = (token: Token) => token.segment ?? (token.origin === 'unmapped' ? 'unmapped' : 'template');
  const candidates: FlowGroup[] = [
    ...segments.map((_, segment) => ({ label: segmentLabel(segments, segment), segment, tokens: 0 })),
    { label: 'template', segment: null, tokens: 0 },
    { label: 'unmapped', segment: null, tokens: 0 },
  ];
  const byKey = new Map(candidates.map((group) => [group.segment ?? group.label, group]));
  for (const token of tokens) byKey.get(keyOf(token))!.tokens++;
  const groups = candidates.filter((group) => group.tokens > 0);
  return { groups, groupOf: tokens.map((token) => groups.indexOf(byKey.get(keyOf(token))!)) };
}

/** `user`, or `user 2` for the second of several. */
function segmentLabel(segments: AnalysisSetup['segments'], segment: number): string {
  const { role } = segments[segment]!;
  const same = segments.flatMap((s, i) => (s.role === role ? [i] : []));
  return same.length > 1 ? `${role} ${same.indexOf(segment) + 1}` : role;
}
