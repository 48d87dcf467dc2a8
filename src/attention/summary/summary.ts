import type { AttentionSummary } from '../../protocol/attention';
import { AttnscopeError } from '../../protocol/errors';
import { anomalies } from '../anomalies/anomalies';
import { boundaryAttention } from './boundaryAttention';
import { flow } from './flow';
import { laterTokens } from './laterTokens';
import { readingShares } from './readingShares';
import { type RowBlock, createRowReader } from './rows';
import type { AnalysisSetup, SinkSetup } from './setup';
import { sinkAttention, strongestKey } from './sink';
import { systemAttention } from './systemAttention';

/** Takes a prompt's attention as it leaves the model and gives the first analyses of it at the end. */
export interface SummaryBuilder {
  /** Layers in any order, each layer's queries ascending without a gap, blocks of any size. */
  addRows(block: RowBlock): void;
  /**
   * What is read in one layer, `[heads, keys]` over all tokens: the query's row, or the mean of all. Once per
   * layer.
   */
  addReadingRow(layer: number, heads: Float32Array): void;
  /**
   * Gives the summary, with the spans named by their indices, in that order: all where absent. Throws `internal` where
   * rows are missing.
   */
  finish(spans?: readonly number[]): AttentionSummary;
}

/**
 * Starts the analyses of one prompt. The figures and their formulas: docs/analyses.md.
 *
 * In a causal model the sink can only be the first token, the one that every query sees, so rows are reduced as
 * they come and what is kept grows with layers × tokens. In a model that reads both ways it may be any token: its
 * rows are kept until all are there. They leave such a model in one run, so they are in memory as it is.
 */
export function createSummary(setup: AnalysisSetup): SummaryBuilder {
  const count = setup.tokens.length;
  const outside = setup.spans.find(
    (span) => span && !(0 <= span.first && span.first < span.end && span.end <= count),
  );
  if (count === 0 || outside)
    throw new AttnscopeError('internal', 'There are no tokens, or a span lies outside them.');
  return setup.causal ? reduce({ ...setup, sink: 0 }) : reduceLater(setup);
}

function reduceLater(setup: AnalysisSetup): SummaryBuilder {
  const blocks: RowBlock[] = [];
  const readingRows: [layer: number, heads: Float32Array][] = [];
  return {
    addRows: (block) => void blocks.push(block),
    addReadingRow: (layer, heads) => void readingRows.push([layer, heads]),
    finish(spans) {
      const summary = reduce({ ...setup, sink: strongestKey(blocks, setup.tokens.length) });
      for (const block of blocks) summary.addRows(block);
      for (const [layer, heads] of readingRows) summary.addReadingRow(layer, heads);
      return summary.finish(spans);
    },
  };
}

function reduce(setup: SinkSetup): SummaryBuilder {
  const reader = createRowReader(setup);
  const reading = readingShares(setup);
  const sink = sinkAttention(setup);
  const reducers = {
    anomalies: anomalies(setup),
    boundaries: boundaryAttention(setup),
    later: laterTokens(setup),
    system: systemAttention(setup),
    flow: flow(setup),
  };
  const all = [sink, ...Object.values(reducers)];
  return {
    addRows(block) {
      reader.read(block, (row) => {
        for (const reducer of all) reducer.addRow(row);
      });
    },
    addReadingRow: reading.addReadingRow,
    finish(asked = [...setup.spans.keys()]) {
      if (!reader.complete()) throw new AttnscopeError('internal', 'Some attention rows never came in.');
      const { isSink, perLayer: sinkPerLayer } = sink.finish();
      const { perLayer, spans } = reading.finish(isSink, asked);
      const later = reducers.later.finish(isSink, asked);
      return {
        causal: setup.causal,
        sink: isSink ? setup.sink : null,
        sinkPerLayer: isSink ? sinkPerLayer : [],
        reading: { ...setup.reading, perLayer },
        anomalies: reducers.anomalies.finish(isSink),
        boundaries: reducers.boundaries.finish(isSink),
        spans: asked.map((span, i) => {
          const tokens = setup.spans[span];
          return tokens ? { tokens, reading: spans[i]!, later: later[i]! } : null;
        }),
        system: reducers.system.finish(isSink),
        flow: reducers.flow.finish(isSink),
      };
    },
  };
}
