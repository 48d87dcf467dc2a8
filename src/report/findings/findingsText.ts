import type { Finding, Severity } from '../../protocol/finding';
import { plainText } from '../../protocol/plainText';
import type { ScanResult } from '../../protocol/scan';
import { count } from '../count';

/** Longest path shown, UTF-16 code units. */
const LONGEST_PATH = 400;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/**
 * The result of a scan for a terminal: the findings of each file, one a line, and a summary that says what was not
 * read.
 */
export function findingsText(scan: ScanResult): string {
  const blocks = scan.files
    .filter((file) => file.findings.length > 0)
    .map((file) => `${plainText(file.path, LONGEST_PATH, 'end')}\n${file.findings.map(line).join('')}\n`);
  return `${blocks.join('')}${summary(scan)}\n`;
}

function line(finding: Finding): string {
  const place = `${finding.line}:${finding.column}`.padEnd(8);
  const state = finding.suppressed ? ', suppressed' : '';
  return `  ${place} ${finding.severity.padEnd(11)} ${finding.rule}  "${finding.excerpt}"${state}\n           ${finding.message}\n`;
}

function summary({ files, errors = [] }: ScanResult): string {
  const left = `${count(errors.length, 'path')} left out`;
  if (errors.length === 0) return `${sum(files)}.`;
  if (files.length === 0) return `Nothing was scanned: ${left}.`;
  return `${sum(files)}. ${left}, so this is incomplete.`;
}

function sum(files: ScanResult['files']): string {
  const findings = files.flatMap((file) => file.findings);
  const read = count(files.length, 'file');
  if (findings.length === 0) return `Nothing found in ${read}`;
  const parts = severities
    .map((severity) => [severity, findings.filter((f) => f.severity === severity).length] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => count(number, severity === 'information' ? 'info' : severity));
  return `${count(findings.length, 'finding')} (${parts.join(', ')}) in ${read}`;
}
