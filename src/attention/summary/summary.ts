import { type AttentionSummary } from '../../protocol/attention';
import { AttnscopeError } from '../../protocol/errors';
import { anomalies } from './anomalies';
import { boundaryAttention } from './boundaryAttention';
import { flow } from './flow';
import { lastTokenAttention } from './lastToken';
import { laterTokens } from './laterTokens';
import { type RowBlock, createRowReader } from './rows';
import { type AnalysisSetup } from './setup';
import { sinkAttention } from './sink';
import { systemAttention } from './systemAttention';

/** Takes a prompt's attention as it leaves the model and ends with the first analyses of it. */
export interface SummaryBuilder {
  /** Layers in any order, each layer's queries ascending without a gap, blocks of any size. */
  addRows(block: RowBlock): void;
  /** The last query's weights in one layer, `[heads, keys]` over all tokens. Once per layer. */
  addLastRow(layer: number, heads: Float32Array): void;
  /** Throws `internal` where rows are missing. */
  finish(): AttentionSummary;
}

/**
 * Starts the analyses of one prompt. What is kept grows with layers × tokens, never with tokens squared.
 * The figures and their formulas: docs/analyses.md.
 */
export function createSummary(setup: AnalysisSetup): SummaryBuilder {
  const count = setup.tokens.length;
  const outside = setup.spans.find(
    (span) => span && !(0 <= span.first && span.first < span.end && span.end <= count),
  );
  if (count === 0 || outside)
    throw new AttnscopeError('internal', 'There are no tokens, or a span lies outside them.');

  const reader = createRowReader(setup);
  const last = lastTokenAttention(setup);
  const reducers = {
    sink: sinkAttention(setup),
    anomalies: anomalies(setup),
    boundaries: boundaryAttention(setup),
    later: laterTokens(setup),
    system: systemAttention(setup),
    flow: flow(setup),
  };
  const all = Object.values(reducers);
  return {
    addRows(block) {
      reader.read(block, (row) => {
        for (const reducer of all) reducer.addRow(row);
      });
    },
    addLastRow: last.addLastRow,
    finish() {
      if (!reader.complete()) throw new AttnscopeError('internal', 'Some attention rows never came in.');
      const { rows, spans } = last.finish();
      const later = reducers.later.finish();
      return {
        causal: setup.causal,
        sink: 0,
        sinkPerLayer: reducers.sink.finish(),
        reading: { kind: 'last', token: count - 1, perLayer: rows },
        anomalies: reducers.anomalies.finish(),
        boundaries: reducers.boundaries.finish(),
        spans: setup.spans.map((tokens, i) => tokens && { tokens, reading: spans[i]!, later: later[i]! }),
        system: reducers.system.finish(),
        flow: reducers.flow.finish(),
      };
    },
  };
}
