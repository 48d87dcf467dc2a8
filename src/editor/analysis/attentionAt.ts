import type * as vscode from 'vscode';
import type { Circumstances, SpanAttention } from '../../protocol/attention';
import type { Finding } from '../../protocol/finding';
import type { Analyses } from './analyses';

/**
 * What the last analysis of a document says of a finding in it, and where: id of the analysis, and
 * fingerprint in it. Nothing where there is no analysis, the analysed text was edited since, or the model
 * did not read the passage.
 */
export function attentionAt(
  analyses: Analyses,
  uri: vscode.Uri,
  { rule, start, end }: Pick<Finding, 'rule' | 'start' | 'end'>,
):
  | { span: SpanAttention; circumstances: Circumstances; place: [analysis: string, finding: string] }
  | undefined {
  const state = analyses.state(uri.toString());
  if (state?.kind !== 'result' || state.analysis.place.changed) return undefined;
  const { analysis } = state;
  const base = analysis.place.start;
  // Fingerprints count occurrences: those of a selection are not those of its document.
  const read = analysis.findings.find(
    (finding) => finding.rule === rule && finding.start + base === start && finding.end + base === end,
  );
  const span = read && analysis.findingAttention.get(read.fingerprint);
  const { circumstances } = analysis;
  return span && { span, circumstances, place: [analysis.id, read.fingerprint] };
}
