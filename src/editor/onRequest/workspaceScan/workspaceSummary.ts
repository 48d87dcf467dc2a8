import * as vscode from 'vscode';
import { inDigits } from '../../translated';
import type { FoldersScan } from '../../../protocol/borders/scanner';

/** What was counted while the workspace was scanned. */
export interface Counted {
  /** Files to read, those that were read, and those with findings that the Problems view lists. */
  files: number;
  read: number;
  withFindings: number;
  /** Such findings by their rule. */
  byRule: Map<string, number>;
}

/** Rules that the message names; the log names all. */
const MOST_RULES = 3;

/**
 * What a scan of the workspace tells: never that all is clean where files were not read.
 *
 * @param result nothing where it was ended half way
 */
export function workspaceSummary(
  { files, read, withFindings, byRule }: Counted,
  result: FoldersScan | undefined,
): { short: string; whole: string } {
  if (result && files === 0 && result.unread.length === 0) {
    const none = vscode.l10n.t(
      'No prompt was recognised in this workspace by the names of its files. The setting attnscope.scan.include names others.',
    );
    return { short: none, whole: none };
  }
  const rules = [...byRule].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  const findings = rules.reduce((sum, [, count]) => sum + count, 0);
  const parts = [
    result
      ? vscode.l10n.t(
          'Prompt files read: {0}. Not read: {1}.',
          ...[result.read, result.unread.length].map(inDigits),
        )
      : vscode.l10n.t('The scan was ended after {0} of {1} prompt files.', inDigits(read), inDigits(files)),
  ];
  if (result && result.cut > 0) parts.push(vscode.l10n.t('Checked in part: {0}.', inDigits(result.cut)));
  parts.push(
    findings === 0
      ? vscode.l10n.t('No injection phrase was found in them.')
      : vscode.l10n.t('Findings: {0}, in {1} of them.', inDigits(findings), inDigits(withFindings)),
  );
  const named = (most: number): string =>
    rules
      .slice(0, most)
      .map(([rule, count]) => `${rule} ${count}`)
      .join(', ');
  const more = rules.length - MOST_RULES;
  const short = more > 0 ? `${named(MOST_RULES)} …` : `${named(MOST_RULES)}.`;
  const told = (list: string): string => [...parts, ...(findings > 0 ? [list] : [])].join(' ');
  return { short: told(short), whole: told(`${named(rules.length)}.`) };
}
