import { headline } from '../../src/attention/headline';
import type { AnalysisResult } from '../../src/protocol/analysis';
import type { ShownAnalysis } from '../../src/protocol/borders/shown';
import type { Palette } from '../colors/palette';
import type { Navigation } from './navigation';
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
  'cursor' | 'looked' | 'highlighted' | 'linesMoved' | 'edited' | 'passage' | 'alert' | 'attempt' | 'palette'
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

/**
 * Where a person starts: where they were before in this analysis, as far as that still exists, else at the answer,
 * with colours and sink as they last had them anywhere.
 */
export function initialState(
  shown: ShownAnalysis,
  navigation: Navigation | null,
  last: Pick<ViewState, 'scale' | 'sink'> | null,
  palette: Palette,
): ViewState {
  const { model, tokens, findings } = shown.result;
  const start = startOf(shown);
  const fits =
    navigation !== null &&
    navigation.layer < model.layers &&
    (navigation.head === 'mean' || navigation.head < model.heads) &&
    navigation.token < tokens.length &&
    (navigation.finding === null || findings.some(({ fingerprint }) => fingerprint === navigation.finding));
  const fresh = {
    cursor: null,
    looked: null,
    highlighted: null,
    linesMoved: 0,
    edited: null,
    passage: null,
    alert: null,
    attempt: 0,
    palette,
  };
  if (!fits) return { ...start, ...(last && { scale: last.scale, sink: last.sink }), ...fresh };
  const { place, layer, head, token, finding, scope, scale, sink, window } = navigation;
  return { place, layer, head, token, finding, scope, scale, sink, window, ...fresh };
}
