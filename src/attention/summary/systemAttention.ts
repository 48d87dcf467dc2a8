import type { SystemAttention } from '../../protocol/attention';
import { type Reducer, mass, massWithoutSink } from './rows';
import { labelRuns } from './runs';
import { type SinkSetup, treatedFigure } from './setup';

/**
 * Attention to the system prompt as the prompt goes on: perLayer[query] = weight of that query on all tokens of the
 * system segments. `null` where no token belongs to one.
 */
export function systemAttention(setup: SinkSetup): Reducer<SystemAttention | null> {
  const isSystem = setup.segments.map((segment) => segment.role === 'system');
  const runs = labelRuns(
    setup.tokens.map(({ segment }) => (segment !== null && isSystem[segment] ? segment : null)),
  );
  const table = () => Array.from({ length: setup.layers }, () => new Float64Array(setup.tokens.length));
  const plain = (values: readonly Float64Array[]) => values.map((row) => Array.from(row));
  const raw = table();
  const free = table();
  return {
    addRow(row) {
      for (const run of runs) {
        raw[row.layer]![row.query]! += mass(row, run.first, run.end);
        free[row.layer]![row.query]! += massWithoutSink(row, run.first, run.end);
      }
    },
    finish(hasSink) {
      if (runs.length === 0) return null;
      return {
        segments: [...new Set(runs.map((run) => run.label))],
        perLayer: treatedFigure(hasSink, plain(raw), () => plain(free)),
      };
    },
  };
}
