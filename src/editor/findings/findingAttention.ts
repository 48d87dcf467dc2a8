import type * as vscode from 'vscode';
import type { Circumstances, SpanAttention } from '../../protocol/attention';
import type { Finding } from '../../protocol/finding';

/** Opens the panel at a finding, at its strongest head; its arguments are the `place` of a `FindingAttention`. */
export const SHOW_FINDING = 'attnscope.showFinding';

/** What the model attends to at a finding, and where the panel shows it. */
export interface FindingAttention {
  span: SpanAttention;
  circumstances: Circumstances;
  /** Id of the analysis, and fingerprint of the finding in it. */
  place: [analysis: string, finding: string];
}

/** What is known of a finding in a document; nothing where no model read it as it stands. */
export type AttentionAt = (uri: vscode.Uri, finding: Finding) => FindingAttention | undefined;
