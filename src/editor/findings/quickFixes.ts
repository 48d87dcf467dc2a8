import * as vscode from 'vscode';
import type { Finding } from '../../protocol/finding';
import type { FixableFinding, Fix } from '../../protocol/fix';
import { DIAGNOSTIC_SOURCE } from './diagnostics';
import { LEAVE_OUT, leaveOutArguments, SHOW_FINDING, showFindingArguments } from './findingAttention';
import { editAll, safeFixes, sameFixes } from './fixAll';
import { passagesOf } from './passages';
import { SHOW_RULE } from './rulePages';
import { suppressions } from './suppressions';
import type { Scans } from '../scans/scans';
import { WHY } from '../why/whyPages';

/** The rule about inputs without a border, whose fix gives them one. */
const BARE_INPUT = 'trust/bare-input';

/** Takes out what nobody can see, in all of a document. */
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('attnscope');

/** One of our diagnostics with the finding that it tells of. */
interface Meant {
  diagnostic: vscode.Diagnostic;
  finding: FixableFinding;
}

/** Something that can be done about findings. Two with the same key do the same. */
interface Offer {
  key: string;
  action: vscode.CodeAction;
  for: Meant[];
}

/**
 * Offers, for our diagnostics that are meant: the fixes that their rules know, the best first, the pages of the rules,
 * and what the model attends to there. What does the same for several is offered once; where two differ and are called
 * the same, they name their rules.
 */
export function registerQuickFixes(scans: Scans): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, _range, { diagnostics, only }) {
      const findings = scans.current(document)?.findings ?? [];
      // Fixing all is asked for by its kind, on save too.
      if (only && FIX_ALL.intersects(only)) return fixAllSafe(document, findings);
      const meant = diagnostics.flatMap((diagnostic): Meant[] => {
        const finding = diagnostic.source === DIAGNOSTIC_SOURCE && findingOf(scans, document, diagnostic);
        return finding ? [{ diagnostic, finding }] : [];
      });
      const offers = merged([
        ...meant.flatMap((one) =>
          one.finding.fixes.map((fix) => offerOf(one, fixAction(document, one.finding, fix), fix.edits)),
        ),
        ...meant.flatMap((one) => {
          const all = fixAllAction(document, findings, one.finding);
          return all ? [offerOf(one, all, all.title)] : [];
        }),
        ...meant.flatMap((one) =>
          suppressions(document.uri, one.finding).map((action) => offerOf(one, action, action.command)),
        ),
        ...meant.map((one) => offerOf(one, pageAction(one.finding), one.finding.rule)),
        ...meant.map((one) => offerOf(one, whyAction(document.uri, one.finding), WHY)),
        ...passagesOf(meant).flatMap(({ outer: { finding }, all }) =>
          [attentionAction, leaveOutAction].map((make) => {
            const action = make(document.uri, finding);
            return { key: `${action.title} ${finding.start}-${finding.end}`, action, for: all };
          }),
        ),
      ]);
      const titles = offers.map(({ action }) => action.title);
      for (const { action, for: of } of offers) {
        action.diagnostics = of.map(({ diagnostic }) => diagnostic);
        const rules = [...new Set(of.map(({ finding }) => finding.rule))].join(', ');
        if (titles.indexOf(action.title) !== titles.lastIndexOf(action.title))
          action.title = vscode.l10n.t('{0} ({1})', action.title, rules);
      }
      return offers.map(({ action }) => action);
    },
  };
  return vscode.languages.registerCodeActionsProvider('*', provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  });
}

function fixAllSafe(document: vscode.TextDocument, findings: readonly FixableFinding[]): vscode.CodeAction[] {
  const fixes = safeFixes(findings);
  if (fixes.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Remove all hidden characters'), FIX_ALL);
  action.edit = editAll(document, fixes);
  return [action];
}

function offerOf(one: Meant, action: vscode.CodeAction, does: unknown): Offer {
  return { key: JSON.stringify(does), action, for: [one] };
}

function merged(offers: readonly Offer[]): Offer[] {
  const byKey = new Map<string, Offer>();
  for (const offer of offers) {
    const former = byKey.get(offer.key);
    if (former) former.for.push(...offer.for);
    else byKey.set(offer.key, offer);
  }
  return [...byKey.values()];
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

function fixAction(document: vscode.TextDocument, { rule }: Finding, fix: Fix): vscode.CodeAction {
  const action = new vscode.CodeAction(titleOf(rule, fix), vscode.CodeActionKind.QuickFix);
  action.isPreferred = fix.safe;
  action.edit = editAll(document, [fix]);
  return action;
}

/** The first fix of a finding for all of its rule in the document, where there are more. */
function fixAllAction(
  document: vscode.TextDocument,
  findings: readonly FixableFinding[],
  { rule, fixes: [first] }: FixableFinding,
): vscode.CodeAction | undefined {
  const all = first && sameFixes(findings, rule, first.kind);
  if (!all) return undefined;
  const title = vscode.l10n.t('{0}: all {1} of {2} in this file', titleOf(rule, first), all.length, rule);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = editAll(document, all);
  return action;
}

function titleOf(rule: string, { kind }: Fix): string {
  // There is no sentence in the slot of a template.
  if (rule === BARE_INPUT) return vscode.l10n.t('Put tags around the input');
  const titles: Record<Fix['kind'], string> = {
    'remove-hidden': vscode.l10n.t('Remove the hidden characters'),
    'show-hidden': vscode.l10n.t('Write the hidden characters out'),
    'delete-marked': vscode.l10n.t('Delete the marked text'),
    'delete-sentence': vscode.l10n.t('Delete the sentence'),
    'delete-paragraph': vscode.l10n.t('Delete the passage'),
    'escape-marks': vscode.l10n.t('Escape the markers'),
    wrap: vscode.l10n.t('Quote the sentence as data'),
  };
  return titles[kind];
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

/** Leads to the page that says why. */
function whyAction(uri: vscode.Uri, { start, end }: Finding): vscode.CodeAction {
  const title = vscode.l10n.t('Why is this flagged?');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: WHY, arguments: [uri.toString(), { start, end }] };
  return action;
}

function pageAction({ rule }: Finding): vscode.CodeAction {
  const title = vscode.l10n.t('Explain {0}', rule);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: SHOW_RULE, arguments: [rule] };
  return action;
}
