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
          diagnostics[at]!.relatedInformation = [
            new vscode.DiagnosticRelatedInformation(
              placeOf(document.uri, rangeOf, origin),
              originText(origin.by, segment.role),
            ),
          ];
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

/** The place that says how far a text is trusted; its beginning where that stands nowhere. */
function placeOf(
  uri: vscode.Uri,
  rangeOf: (range: SourceRange) => vscode.Range,
  origin: TrustOrigin,
): vscode.Location {
  if (origin.by === 'request') return new vscode.Location(uri, rangeOf({ start: 0, end: 0 }));
  if (origin.by !== 'setting') return new vscode.Location(uri, rangeOf(origin));
  const { file, line, column, endLine, endColumn } = origin.at;
  const start = new vscode.Position(line - 1, column - 1);
  const end = new vscode.Position(endLine - 1, endColumn - 1);
  return new vscode.Location(vscode.Uri.file(file), new vscode.Range(start, end));
}

function originText(by: TrustOrigin['by'], role: Finding['segment']['role']): string {
  if (by === 'request')
    return vscode.l10n.t('You told Attnscope to treat this whole text as untrusted data.');
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
