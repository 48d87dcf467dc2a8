import { labelRuns } from '../summary/runs';
import type { HeadReducer, HeadSetup } from './headMetrics';

/**
 * What the groups of a prompt give to each other, `[layers, heads, from, to]`: mean over the queries of `from` of the
 * weight on all keys of `to`; 0 for a group without tokens. `groupOf`: `[token]`.
 */
export function between(
  { layers, heads }: Pick<HeadSetup, 'layers' | 'heads'>,
  groupOf: readonly number[],
): HeadReducer<Float32Array<ArrayBuffer>> {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const tokens = new Float64Array(groups);
  for (const group of groupOf) tokens[group]! += 1;
  const runs = labelRuns(groupOf);
  const sums = new Float64Array(layers * heads * groups * groups);
  return {
    addRow({ layer, head, query, weights, before }) {
      const from = groupOf[query];
      // Tokens behind the prompt belong to no group.
      if (from === undefined) return;
      const at = ((layer * heads + head) * groups + from) * groups;
      for (const { first, end, label } of runs) {
        if (first >= weights.length) break;
        sums[at + label]! += before[Math.min(end, weights.length)]! - before[first]!;
      }
    },
    finish: () =>
      Float32Array.from(sums, (sum, at) => {
        const from = Math.floor(at / groups) % groups;
        return tokens[from]! > 0 ? sum / tokens[from]! : 0;
      }),
  };
}
