import * as vscode from 'vscode';
import type { FixableFinding, Fix } from '../../protocol/fix';

/** Fixes of several findings as one edit; one that reaches into another before it is left for the next time. */
export function editAll(document: vscode.TextDocument, fixes: readonly Fix[]): vscode.WorkspaceEdit {
  const all = new vscode.WorkspaceEdit();
  const taken: { start: number; end: number }[] = [];
  for (const { edits } of fixes) {
    const apart = edits.every(({ start, end }) =>
      taken.every((other) => end <= other.start || other.end <= start),
    );
    if (!apart) continue;
    for (const { start, end, text } of edits) {
      taken.push({ start, end });
      all.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  }
  return all;
}

/** The same fix for all findings of a rule in a file; nothing where there are no others. */
export function sameFixes(
  findings: readonly FixableFinding[],
  rule: string,
  kind: Fix['kind'],
): Fix[] | undefined {
  const fixes = findings
    .filter((finding) => finding.rule === rule && !finding.suppressed)
    .flatMap((finding) => finding.fixes.find((fix) => fix.kind === kind) ?? []);
  return fixes.length > 1 ? fixes : undefined;
}

/** The fixes that may be made without a look at what goes, as *Fix All* and fixing on save make them. */
export function safeFixes(findings: readonly FixableFinding[]): Fix[] {
  return findings.flatMap(({ fixes, suppressed }) =>
    suppressed ? [] : fixes.filter(({ safe }) => safe).slice(0, 1),
  );
}
