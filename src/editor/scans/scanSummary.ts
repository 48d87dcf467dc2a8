import * as vscode from 'vscode';
import { inDigits } from '../translated';
import type { DocumentScan } from './scans';

/**
 * What a scan on request tells of a document that is `length` UTF-16 code units long: counts what the
 * Problems view lists, and never lets a document pass as clean that was checked in part.
 */
export function scanSummary({ findings, checkedLength }: DocumentScan, length: number): string {
  const shown = findings.filter(({ suppressed }) => !suppressed);
  // VS Code underlines hints in the text, but lists none.
  const listed = shown.filter(({ severity }) => severity !== 'hint').length;
  const cut = checkedLength < length;
  if (shown.length === 0) {
    return cut
      ? vscode.l10n.t(
          'No injection phrase was found in the first {0} characters. The rest of this document was not checked.',
          inDigits(checkedLength),
        )
      : vscode.l10n.t('No injection phrase was found in this document.');
  }
  const told = found(listed);
  return cut
    ? `${told} ${vscode.l10n.t('Only the first {0} characters were checked.', inDigits(checkedLength))}`
    : told;
}

function found(listed: number): string {
  if (listed === 0) return vscode.l10n.t('Only quoted examples were found; they are marked in the text.');
  if (listed === 1) return vscode.l10n.t('1 finding in this document; the Problems view lists it.');
  return vscode.l10n.t('{0} findings in this document; the Problems view lists them.', inDigits(listed));
}
