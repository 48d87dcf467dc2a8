import type { Finding, Severity } from '../../protocol/finding';
import { plainText } from '../../protocol/plainText';
import type { ScannedFile } from '../../protocol/scan';
import { count } from '../count';
import type { FileByFile, Unread } from './fileByFile';

/** Longest path shown, UTF-16 code units. */
const LONGEST_PATH = 400;

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What was counted of a scan. */
interface Counts {
  files: number;
  suppressed: number;
  /** By severity, those that are not suppressed. */
  findings: Record<Severity, number>;
}

/**
 * The result of a scan for a terminal: the findings of each file, one a line, and a summary that says what was not
 * read and how many findings are suppressed.
 */
export function findingsText(): FileByFile {
  const counts: Counts = {
    files: 0,
    suppressed: 0,
    findings: { error: 0, warning: 0, information: 0, hint: 0 },
  };
  return {
    ofFile({ path, findings }: ScannedFile): string {
      const shown = findings.filter(({ suppressed }) => !suppressed);
      counts.files += 1;
      counts.suppressed += findings.length - shown.length;
      for (const { severity } of shown) counts.findings[severity] += 1;
      return shown.length === 0
        ? ''
        : `${plainText(path, LONGEST_PATH, 'end')}\n${shown.map(line).join('')}\n`;
    },
    atEnd: (errors) => `${summary(counts, errors)}\n`,
  };
}

function line(finding: Finding): string {
  const place = `${finding.line}:${finding.column}`.padEnd(8);
  return `  ${place} ${finding.severity.padEnd(11)} ${finding.rule}  "${finding.excerpt}"\n           ${finding.message}\n`;
}

function summary(counts: Counts, errors: Unread): string {
  const left = `${count(errors.length, 'path')} left out`;
  if (errors.length === 0) return `${sum(counts)}.`;
  if (counts.files === 0) return `Nothing was scanned: ${left}.`;
  return `${sum(counts)}. ${left}, so this is incomplete.`;
}

function sum({ files, suppressed, findings }: Counts): string {
  const read = `${count(files, 'file')}${suppressed > 0 ? `; ${suppressed} suppressed` : ''}`;
  const parts = severities
    .filter((severity) => findings[severity] > 0)
    .map((severity) => count(findings[severity], severity === 'information' ? 'info' : severity));
  if (parts.length === 0) return `Nothing found in ${read}`;
  const all = severities.reduce((total, severity) => total + findings[severity], 0);
  return `${count(all, 'finding')} (${parts.join(', ')}) in ${read}`;
}
