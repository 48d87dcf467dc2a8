import type { Finding } from '../protocol/finding';
import { plainText } from '../protocol/plainText';
import type { ScanResult, ScannedFile } from '../protocol/scan';

/** Longest path written, UTF-16 code units. */
const LONGEST_PATH = 1000;

/** The result of a scan as JUnit XML: a test case a file, a failure where it has warnings or errors. */
export function junit(scan: ScanResult): string {
  const failed = scan.files.filter((file) => file.findings.some(isFailure)).length;
  const cases = scan.files.map(testCase).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<testsuites>\n  <testsuite name="attnscope scan" tests="${scan.files.length}" failures="${failed}" errors="0">\n` +
    `${cases}  </testsuite>\n</testsuites>\n`
  );
}

function testCase({ path, findings }: ScannedFile): string {
  const open = `    <testcase classname="attnscope" name="${escapeXml(plainText(path, LONGEST_PATH, 'end'))}"`;
  if (findings.length === 0) return `${open}/>\n`;
  const failures = findings.filter(isFailure);
  const others = findings.filter((finding) => !isFailure(finding));
  const parts = [
    // One failure a case, as readers of the format expect.
    failures[0] &&
      `      <failure type="${failures[0].rule}" message="${escapeXml(failures[0].message)}">${list(failures)}</failure>\n`,
    others.length > 0 && `      <system-out>${list(others)}</system-out>\n`,
  ];
  return `${open}>\n${parts.filter(Boolean).join('')}    </testcase>\n`;
}

function isFailure({ severity, suppressed }: Finding): boolean {
  return !suppressed && (severity === 'error' || severity === 'warning');
}

function list(findings: readonly Finding[]): string {
  return escapeXml(
    findings
      .map((f) => `${f.line}:${f.column} ${f.severity} ${f.rule}: ${f.message} "${f.excerpt}"`)
      .join('\n'),
  );
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
