import * as vscode from 'vscode';
import type { Finding, Severity } from '../../protocol/finding';
import type { TrustOrigin } from '../../protocol/fix';
import type { SourceRange } from '../../protocol/prompt';
import { DisposableStore } from '../disposable';
import type { Scans } from '../scans/scans';
import { pageOf } from './rulePages';

/** Source of our diagnostics, as the Problems view names it. */
export const DIAGNOSTIC_SOURCE = 'Attnscope';

const SEVERITIES: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Publishes the findings of each scan as diagnostics; the rules' pages come with the extension. */
export function registerDiagnostics(scans: Scans, extension: vscode.Uri): vscode.Disposable {
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection('attnscope'));
  store.add(
    scans.onDidChange((document) => {
      const scan = scans.current(document);
      if (!scan) return collection.delete(document.uri);
      const rangeOf = ({ start, end }: SourceRange) =>
        new vscode.Range(document.positionAt(start), document.positionAt(end));
      const diagnostics = toDiagnostics(scan.findings, rangeOf, extension);
      for (const [at, { origin, segment }] of shownOf(scan.findings).entries())
        if (origin)
          diagnostics[at]!.relatedInformation = [related(document.uri, rangeOf(origin), origin, segment)];
      collection.set(document.uri, diagnostics);
    }),
  );
  return store;
}

/** Findings as VS Code shows them, but those that are suppressed. */
export function toDiagnostics(
  findings: readonly Finding[],
  rangeOf: (finding: Finding) => vscode.Range,
  extension: vscode.Uri,
): vscode.Diagnostic[] {
  return shownOf(findings).map((finding) => toDiagnostic(finding, rangeOf(finding), extension));
}

const shownOf = <T extends Finding>(findings: readonly T[]): T[] =>
  findings.filter(({ suppressed }) => !suppressed);

/** Says why a text is trusted as far as it is, and leads to the place that says so. */
function related(
  uri: vscode.Uri,
  range: vscode.Range,
  { by }: TrustOrigin,
  { role }: Finding['segment'],
): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, range), originText(by, role));
}

function originText(by: TrustOrigin['by'], role: Finding['segment']['role']): string {
  if (by === 'setting') return vscode.l10n.t('A setting says that this whole text is untrusted data.');
  if (by === 'fence' || role === 'data') return vscode.l10n.t('Marked as data here: nobody has to trust it.');
  switch (role) {
    case 'input':
      return vscode.l10n.t('An input is put in here: nobody has to trust it.');
    case 'tool':
      return vscode.l10n.t('The result of a tool begins here: nobody has to trust it.');
    case 'user':
      return vscode.l10n.t('A message of the user begins here.');
    case 'assistant':
      return vscode.l10n.t('A message of the assistant begins here.');
    default:
      return vscode.l10n.t('The words of the prompt’s author begin here.');
  }
}

/** The message is the rule's and never repeats the text: other agents read it. */
function toDiagnostic(finding: Finding, range: vscode.Range, extension: vscode.Uri): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITIES[finding.severity]);
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = { value: finding.rule, target: pageOf(extension, finding.rule) };
  return diagnostic;
}
