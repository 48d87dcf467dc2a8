import * as vscode from 'vscode';
import { LONE_HIDDEN } from '../../detection/rules/rule';
import type { Finding } from '../../protocol/finding';
import type { FixableFinding, Fix } from '../../protocol/fix';
import { DIAGNOSTIC_SOURCE } from './diagnostics';
import { LEAVE_OUT, leaveOutArguments, SHOW_FINDING, showFindingArguments } from './findingAttention';
import { SHOW_RULE } from './rulePages';
import type { Scans } from '../scans/scans';

/**
 * Offers, for each of our diagnostics that is meant: the fixes that its rule knows, the best first, the page of the
 * rule, and what the model attends to there.
 */
export function registerQuickFixes(scans: Scans): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, _range, { diagnostics }) {
      const meant = diagnostics.flatMap((diagnostic) => {
        const finding = diagnostic.source === DIAGNOSTIC_SOURCE && findingOf(scans, document, diagnostic);
        return finding ? [{ diagnostic, finding }] : [];
      });
      return meant.flatMap(({ diagnostic, finding }) => {
        const actions = [
          ...finding.fixes.map((fix) => fixAction(document, fix)),
          pageAction(finding),
          // The panel lists what rules find.
          ...(finding.rule === LONE_HIDDEN
            ? []
            : [attentionAction(document.uri, finding), leaveOutAction(document.uri, finding)]),
        ];
        for (const action of actions) {
          action.diagnostics = [diagnostic];
          // Where more than one is meant it would not be plain which of them an action is for.
          if (meant.length > 1) action.title = vscode.l10n.t('{0} ({1})', action.title, finding.rule);
        }
        return actions;
      });
    },
  };
  return vscode.languages.registerCodeActionsProvider('*', provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

function findingOf(
  scans: Scans,
  document: vscode.TextDocument,
  { range, code }: vscode.Diagnostic,
): FixableFinding | undefined {
  const rule = typeof code === 'object' ? code.value : code;
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return scans
    .current(document)
    ?.findings.find((finding) => finding.rule === rule && finding.start === start && finding.end === end);
}

function fixAction(document: vscode.TextDocument, { kind, safe, edits }: Fix): vscode.CodeAction {
  const titles: Record<Fix['kind'], string> = {
    'remove-hidden': vscode.l10n.t('Remove the hidden characters'),
    'delete-marked': vscode.l10n.t('Delete the marked text'),
    'delete-sentence': vscode.l10n.t('Delete the sentence'),
    'delete-paragraph': vscode.l10n.t('Delete the passage'),
    wrap: vscode.l10n.t('Quote the sentence as data'),
  };
  const action = new vscode.CodeAction(titles[kind], vscode.CodeActionKind.QuickFix);
  action.isPreferred = safe;
  action.edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    action.edit.replace(document.uri, range, text);
  }
  return action;
}

/** Leads to the finding in the panel. */
function attentionAction(uri: vscode.Uri, finding: Finding): vscode.CodeAction {
  const title = vscode.l10n.t('Show what the model attends to here');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: SHOW_FINDING, arguments: showFindingArguments(uri, finding) };
  return action;
}

/** Leads to the experiment that leaves the finding out. */
function leaveOutAction(uri: vscode.Uri, finding: Finding): vscode.CodeAction {
  const title = vscode.l10n.t('Leave out this passage and compare');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: LEAVE_OUT, arguments: leaveOutArguments(uri, finding) };
  return action;
}

function pageAction({ rule }: Finding): vscode.CodeAction {
  const title = vscode.l10n.t('Explain {0}', rule);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: SHOW_RULE, arguments: [rule] };
  return action;
}
