import * as vscode from 'vscode';
import type { Finding } from '../../protocol/finding';

/** Suppresses a finding with a reason that it asks for; its argument is a `SuppressionAsked`. */
export const SUPPRESS = 'attnscope.suppress';

/** Which finding is to be suppressed, and how far. */
export interface SuppressionAsked {
  /** The URI of its document. */
  uri: string;
  where: 'line' | 'file' | 'workspace';
  finding: Pick<Finding, 'rule' | 'start' | 'segment'>;
}

/** What is wrong with a suppression, which nothing suppresses. */
const OF_SUPPRESSIONS = 'suppression/';

/** Suppressing a finding on its line, in its file, in the workspace: a comment in data counts for nothing, so not there. */
export function suppressions(uri: vscode.Uri, finding: Finding): vscode.CodeAction[] {
  const { rule, start, segment } = finding;
  if (rule.startsWith(OF_SUPPRESSIONS)) return [];
  const titles = {
    line: vscode.l10n.t('Suppress {0} on this line…', rule),
    file: vscode.l10n.t('Suppress {0} in this file…', rule),
    workspace: vscode.l10n.t('Suppress {0} in this workspace…', rule),
  };
  const offered = (['line', 'file', 'workspace'] as const).filter(
    (where) => where !== 'line' || segment.trust !== 'untrusted',
  );
  return offered.map((where) => {
    const asked: SuppressionAsked = { uri: uri.toString(), where, finding: { rule, start, segment } };
    const action = new vscode.CodeAction(titles[where], vscode.CodeActionKind.QuickFix);
    action.command = { title: titles[where], command: SUPPRESS, arguments: [asked] };
    return action;
  });
}
