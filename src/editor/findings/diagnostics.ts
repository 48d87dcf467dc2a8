import * as vscode from 'vscode';
import type { Finding, Severity } from '../../protocol/finding';
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
      const shown = scan.findings.filter((finding) => !finding.suppressed);
      collection.set(
        document.uri,
        shown.map((finding) => toDiagnostic(document, finding, extension)),
      );
    }),
  );
  return store;
}

/** A finding as VS Code shows it. The message is the rule's and never repeats the text: other agents read it. */
function toDiagnostic(
  document: vscode.TextDocument,
  finding: Finding,
  extension: vscode.Uri,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end));
  const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITIES[finding.severity]);
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = { value: finding.rule, target: pageOf(extension, finding.rule) };
  return diagnostic;
}
