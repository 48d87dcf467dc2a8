import type { Finding } from '../../protocol/finding';
import { plainText } from '../../protocol/plainText';
import type { ScanResult, ScannedFile } from '../../protocol/scan';
import { escapeXml } from '../xml';

/** Longest path written, UTF-16 code units. */
const LONGEST_PATH = 1000;

/** Which findings fail a run. */
type IsFailure = (finding: Finding) => boolean;

/**
 * The result of a scan as JUnit XML: a test case a file, a failure where it has findings that fail the run,
 * an error for what was left out.
 */
export function junit({ files, errors = [] }: ScanResult, isFailure: IsFailure): string {
  const tests = files.length + errors.length;
  const failed = files.filter((file) => file.findings.some(isFailure)).length;
  const cases = [...files.map((file) => scanned(file, isFailure)), ...errors.map(unread)].join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<testsuites>\n  <testsuite name="attnscope scan" tests="${tests}" failures="${failed}" errors="${errors.length}">\n` +
    `${cases}  </testsuite>\n</testsuites>\n`
  );
}

function scanned({ path, findings }: ScannedFile, isFailure: IsFailure): string {
  if (findings.length === 0) return `${open(path)}/>\n`;
  const failures = findings.filter(isFailure);
  const others = findings.filter((finding) => !isFailure(finding));
  const parts = [
    // One failure a case, as readers of the format expect.
    failures[0] &&
      `      <failure type="${failures[0].rule}" message="${escapeXml(failures[0].message)}">${list(failures)}</failure>\n`,
    others.length > 0 && `      <system-out>${list(others)}</system-out>\n`,
  ];
  return `${open(path)}>\n${parts.filter(Boolean).join('')}    </testcase>\n`;
}

function unread({ path, error }: NonNullable<ScanResult['errors']>[number]): string {
  return `${open(path)}>\n      <error type="not-read" message="${escapeXml(error)}"/>\n    </testcase>\n`;
}

function open(path: string): string {
  return `    <testcase classname="attnscope" name="${escapeXml(plainText(path, LONGEST_PATH, 'end'))}"`;
}

/** A line a finding: from where to where, by lines and columns and by offsets in UTF-16 code units. */
function list(findings: readonly Finding[]): string {
  const lines = findings.map((f) => {
    const place = `${f.line}:${f.column}-${f.endLine}:${f.endColumn} (${f.start}-${f.end})`;
    const state = f.suppressed ? ' (suppressed)' : '';
    return `${place} ${f.severity} ${f.rule}${state}: ${f.message} "${f.excerpt}"`;
  });
  return escapeXml(lines.join('\n'));
}
