import type * as vscode from 'vscode';
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
): { place: [analysis: string, finding: string]; inWords(): Promise<string | undefined> } | undefined {
  const state = analyses.state(uri.toString());
  if (state?.kind !== 'result' || state.analysis.place.changed) return undefined;
  const { analysis } = state;
  const base = analysis.place.start;
  // Fingerprints count occurrences: those of a selection are not those of its document.
  const read = analysis.findings.find(
    (finding) => finding.rule === rule && finding.start + base === start && finding.end + base === end,
  );
  if (!read || !analysis.findingAttention.has(read.fingerprint)) return undefined;
  const { fingerprint } = read;
  return {
    place: [analysis.id, fingerprint],
    inWords: async () => (await import('../onRequest/onRequest')).attentionInWords(analysis, fingerprint),
  };
}
