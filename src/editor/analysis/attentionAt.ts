import type * as vscode from 'vscode';
import type { SpanAttention } from '../../protocol/attention';
import type { Finding } from '../../protocol/finding';
import type { Analyses } from './analyses';

/**
 * What the last analysis of a document says of a finding in it, and where: id of the analysis, and place in
 * its list of findings. Nothing where there is no analysis, the analysed text was edited since, or the model
 * did not read the passage.
 */
export function attentionAt(
  analyses: Analyses,
  uri: vscode.Uri,
  { rule, start, end }: Finding,
): { span: SpanAttention; place: [analysis: string, finding: number] } | undefined {
  const state = analyses.state(uri.toString());
  if (state?.kind !== 'result' || state.analysis.place.changed) return undefined;
  const { analysis } = state;
  const base = analysis.place.start;
  const index = analysis.findings.findIndex(
    (finding) => finding.rule === rule && finding.start + base === start && finding.end + base === end,
  );
  const span = analysis.findingAttention[index];
  return span ? { span, place: [analysis.id, index] } : undefined;
}
