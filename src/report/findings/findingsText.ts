import type { Finding, Severity } from '../../protocol/finding';
import { plainText } from '../../protocol/plainText';
import type { ScanResult } from '../../protocol/scan';
import { count } from '../count';

/** Longest path shown, UTF-16 code units. */
const LONGEST_PATH = 400;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * The result of a scan for a terminal: the findings of each file, one a line, and a summary that says what was not
 * read and how many findings are suppressed.
 */
export function findingsText(scan: ScanResult): string {
  const blocks = scan.files
    .map(({ path, findings }) => ({ path, shown: findings.filter(({ suppressed }) => !suppressed) }))
    .filter(({ shown }) => shown.length > 0)
    .map(({ path, shown }) => `${plainText(path, LONGEST_PATH, 'end')}\n${shown.map(line).join('')}\n`);
  return `${blocks.join('')}${summary(scan)}\n`;
}

function line(finding: Finding): string {
  const place = `${finding.line}:${finding.column}`.padEnd(8);
  return `  ${place} ${finding.severity.padEnd(11)} ${finding.rule}  "${finding.excerpt}"\n           ${finding.message}\n`;
}

function summary({ files, errors = [] }: ScanResult): string {
  const left = `${count(errors.length, 'path')} left out`;
  if (errors.length === 0) return `${sum(files)}.`;
  if (files.length === 0) return `Nothing was scanned: ${left}.`;
  return `${sum(files)}. ${left}, so this is incomplete.`;
}

function sum(files: ScanResult['files']): string {
  const all = files.flatMap((file) => file.findings);
  const findings = all.filter(({ suppressed }) => !suppressed);
  const hidden = all.length - findings.length;
  const read = `${count(files.length, 'file')}${hidden > 0 ? `; ${hidden} suppressed` : ''}`;
  if (findings.length === 0) return `Nothing found in ${read}`;
  const parts = severities
    .map((severity) => [severity, findings.filter((f) => f.severity === severity).length] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => count(number, severity === 'information' ? 'info' : severity));
  return `${count(findings.length, 'finding')} (${parts.join(', ')}) in ${read}`;
}
