import { type Reducer } from './rows';
import { type AnalysisSetup, firstFreeQuery } from './setup';

/** `[layer]`: mean over the queries that can see more than key 0 of the head-mean weight on key 0. */
export function sinkAttention(setup: AnalysisSetup): Reducer<number[]> {
  const first = firstFreeQuery(setup);
  const sums = new Float64Array(setup.layers);
  return {
    addRow({ layer, query, sink }) {
      if (query >= first) sums[layer]! += sink;
    },
    finish: () => Array.from(sums, (sum) => sum / (setup.tokens.length - first)),
  };
}
