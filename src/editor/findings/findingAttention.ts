import type * as vscode from 'vscode';
import type { Finding } from '../../protocol/finding';

/**
 * Opens the panel at a finding, at its strongest head; the text is analysed first where no model read it as
 * it stands. Its arguments: the URI of the document as a string, and a `FindingPlace`.
 */
export const SHOW_FINDING = 'attnscope.showFinding';

/**
 * Leaves a passage out and compares what the model says, in the panel. Its arguments: the URI of the document as a
 * string, and a `SourceRange` in it; without them, what is selected in the active editor.
 */
export const LEAVE_OUT = 'attnscope.leaveOut';

/** Which finding of a document is meant. UTF-16 code units. */
export type FindingPlace = Pick<Finding, 'rule' | 'start' | 'end'>;

/** What is known of the attention to a finding. */
export interface FindingAttention {
  /** Where the panel shows it: id of the analysis, and fingerprint of the finding in it. */
  place: [analysis: string, finding: string];
  /** What the model attends to there, in one sentence. */
  inWords(): Promise<string | undefined>;
}

/** What is known of a finding in a document; nothing where no model read it as it stands. */
export type AttentionAt = (uri: vscode.Uri, finding: FindingPlace) => FindingAttention | undefined;

/** The arguments of `SHOW_FINDING`. */
export const showFindingArguments = (
  uri: vscode.Uri,
  { rule, start, end }: FindingPlace,
): [string, FindingPlace] => [uri.toString(), { rule, start, end }];

/** The arguments of `LEAVE_OUT`. */
export const leaveOutArguments = (
  uri: vscode.Uri,
  { start, end }: Pick<Finding, 'start' | 'end'>,
): [string, { start: number; end: number }] => [uri.toString(), { start, end }];
