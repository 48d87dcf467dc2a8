import { headline } from '../../src/attention/headline';
import type { AnalysisResult } from '../../src/protocol/analysis';
import type { ShownAnalysis } from '../../src/protocol/shown';
import type { ViewState } from './state';
import { startToken } from './token';

/** The layer that shows most of what the answer is about; one in the middle where that is no part of the prompt. */
export function tellingLayer(result: AnalysisResult): number {
  const answer = headline(result);
  return answer.kind === 'spread' ? Math.floor(result.model.layers / 2) : answer.layer;
}

/** Where a person begins in an analysis in which they never were: at its answer. */
export function startOf({
  result,
}: ShownAnalysis): Omit<
  ViewState,
  'cursor' | 'looked' | 'highlighted' | 'linesMoved' | 'edited' | 'passage' | 'attempt' | 'palette'
> {
  const answer = headline(result);
  return {
    place: 'answer',
    layer: tellingLayer(result),
    head: 'mean',
    token: startToken({ result }),
    finding: answer.kind === 'finding' ? result.findings[answer.finding]!.fingerprint : null,
    scope: 'all-layers',
    scale: 'linear',
    sink: 'hidden',
    window: null,
  };
}
