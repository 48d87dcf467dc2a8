import { expect, it } from 'vitest';
import { describeRules } from '../../../../src/detection/describeRules';
import type { Finding } from '../../../../src/protocol/finding';
import type { ScanResult } from '../../../../src/protocol/scan';
import { whole } from '../../../../src/report/findings/fileByFile';
import { findingsJsonLines } from '../../../../src/report/findings/findingsJson';
import { findingsText } from '../../../../src/report/findings/findingsText';
import { github } from '../../../../src/report/findings/github';
import { junit } from '../../../../src/report/findings/junit';
import { sarif } from '../../../../src/report/findings/sarif';

const finding: Finding = {
  rule: 'override/new-task',
  severity: 'error',
  start: 20,
  end: 31,
  line: 3,
  column: 5,
  endLine: 5,
  endColumn: 8,
  message: 'A title. 100 % why. What to do.',
  segment: { role: 'data', trust: 'untrusted' },
  excerpt: 'Your new…',
  fingerprint: '0123456789abcdef',
};

const head = { schemaVersion: 1, tool: { name: 'attnscope', version: '1.2.3' } } as const;

const scan: ScanResult = {
  ...head,
  files: [
    { path: 'docs/clean.md', findings: [] },
    {
      path: 'a b/ä,x:1.md',
      findings: [
        finding,
        { ...finding, line: 9, endLine: 9, severity: 'hint', rule: 'leak/hidden-prompt' },
        {
          ...finding,
          line: 12,
          endLine: 12,
          severity: 'warning',
          suppressed: true,
          suppression: { by: 'baseline', reason: 'Known before.' },
        },
      ],
    },
  ],
};

/** The same with two paths that could not be read. */
const incomplete: ScanResult = {
  ...scan,
  errors: [
    { path: 'gone,1.md', error: '"gone,1.md" cannot be read: there is no such file. 100 %.' },
    { path: 'closed', error: '"closed" cannot be read: permission is denied.' },
  ],
};

const isFailure = ({ severity, suppressed }: Finding) =>
  !suppressed && (severity === 'error' || severity === 'warning');

it('text lists each file with findings and sums up', () => {
  expect(whole(scan, findingsText())).toBe(
    `a b/ä,x:1.md
  3:5      error       override/new-task  "Your new…"
           A title. 100 % why. What to do.
  9:5      hint        leak/hidden-prompt  "Your new…"
           A title. 100 % why. What to do.

2 findings (1 error, 1 hint) in 2 files; 1 suppressed.
`,
  );
  expect(whole({ ...scan, files: scan.files.slice(0, 1) }, findingsText())).toBe(
    'Nothing found in 1 file.\n',
  );
  expect(whole({ ...scan, files: [...scan.files, ...scan.files] }, findingsText())).toContain(
    '4 findings (2 errors, 2 hints) in 4 files; 2 suppressed.',
  );
});

it('text never calls a scan clean that left something out', () => {
  expect(whole(incomplete, findingsText())).toMatch(
    /^2 findings .* in 2 files; 1 suppressed\. 2 paths left out, so this is incomplete\.$/m,
  );
  expect(whole({ ...incomplete, files: [] }, findingsText())).toBe(
    'Nothing was scanned: 2 paths left out.\n',
  );
});

it('workflow commands escape what ends a property, and leave suppressed findings out', () => {
  expect(whole(scan, github)).toBe(
    '::error file=a b/ä%2Cx%3A1.md,line=3,endLine=5,title=override/new-task::A title. 100 %25 why. What to do.\n' +
      '::notice file=a b/ä%2Cx%3A1.md,line=9,endLine=9,col=5,endColumn=8,title=leak/hidden-prompt::A title. 100 %25 why. What to do.\n',
  );
});

it('workflow commands tell what could not be read', () => {
  expect(whole({ ...incomplete, files: [] }, github)).toBe(
    '::error file=gone%2C1.md,title=Not scanned::"gone,1.md" cannot be read: there is no such file. 100 %25.\n' +
      '::error file=closed,title=Not scanned::"closed" cannot be read: permission is denied.\n',
  );
});

it('JUnit has a case a file, failed by what fails the run', () => {
  const xml = junit(scan, isFailure);
  expect(xml).toContain('tests="2" failures="1"');
  expect(xml).toContain('<testcase classname="attnscope" name="docs/clean.md"/>');
  expect(xml.match(/<failure /g)).toHaveLength(1);
  expect(xml).toContain(
    '<failure type="override/new-task" message="A title. 100 % why. What to do.">3:5-5:8 (20-31) error',
  );
  const odd = junit({ ...scan, files: [{ path: 'a&b"c\'d.md', findings: [] }] }, isFailure);
  expect(odd).toContain('name="a&amp;b&quot;c&apos;d.md"');
  expect(xml).toMatch(
    /<system-out>9:5-9:8 \(20-31\) hint leak\/hidden-prompt.*\n12:5-12:8 .* \(suppressed\)/,
  );
});

it('JUnit has failures by the limit of the run, and an error for what could not be read', () => {
  expect(junit(scan, () => false)).toContain('tests="2" failures="0" errors="0"');
  expect(junit(scan, ({ severity }) => severity === 'hint')).toContain('<failure type="leak/hidden-prompt"');
  const xml = junit(incomplete, isFailure);
  expect(xml).toContain('tests="4" failures="1" errors="2"');
  expect(xml).toContain(
    '<testcase classname="attnscope" name="closed">\n      <error type="not-read" message="&quot;closed&quot; cannot be read: permission is denied."/>',
  );
});

it('JSON Lines have one line with its error for each path that could not be read', () => {
  const lines = whole(incomplete, findingsJsonLines(head))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(4);
  expect(lines.map((l) => 'errors' in l)).toEqual([false, false, false, false]);
  expect(lines[3]).toEqual({
    schemaVersion: 1,
    tool: scan.tool,
    path: 'closed',
    error: '"closed" cannot be read: permission is denied.',
  });
});

it('JSON Lines carry the head of the document on each line', () => {
  const lines = whole(scan, findingsJsonLines(head))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map((l) => [l.schemaVersion, l.path, l.findings.length])).toEqual([
    [1, 'docs/clean.md', 0],
    [1, 'a b/ä,x:1.md', 3],
  ]);
});

it('SARIF 2.1.0 has what code scanning reads, and no snippet', () => {
  const log = JSON.parse(sarif(scan, describeRules()));
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.tool.driver).toMatchObject({ name: 'attnscope', version: '1.2.3' });
  for (const rule of run.tool.driver.rules) {
    // Readers of the format refuse addresses that are not absolute.
    expect(rule.helpUri).toBeUndefined();
    expect(rule.help.text).toMatch(/\.$/);
    expect(rule.shortDescription.text).toMatch(/\.$/);
  }
  expect(run.results.map((r: { level: string }) => r.level)).toEqual(['error', 'note', 'warning']);
  const [result] = run.results;
  expect(run.tool.driver.rules[result.ruleIndex].id).toBe('override/new-task');
  expect(run.artifacts[result.locations[0].physicalLocation.artifactLocation.index].location.uri).toBe(
    'a%20b/%C3%A4%2Cx%3A1.md',
  );
  expect(result.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'a%20b/%C3%A4%2Cx%3A1.md', uriBaseId: '%SRCROOT%', index: 1 },
    region: { startLine: 3, startColumn: 5, endLine: 5, endColumn: 8 },
  });
  expect(result.partialFingerprints).toEqual({ 'attnscope/v1': '0123456789abcdef' });
  expect(run.results[2].suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'Known before.' },
  ]);
  expect(JSON.stringify(log)).not.toContain('snippet');
  expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
});

it('SARIF says that a run was incomplete, and what it left out', () => {
  const log = JSON.parse(sarif(incomplete, []));
  const [invocation] = log.runs[0].invocations;
  expect(invocation.executionSuccessful).toBe(false);
  expect(invocation.toolExecutionNotifications).toHaveLength(2);
  expect(invocation.toolExecutionNotifications[1]).toEqual({
    level: 'error',
    message: { text: '"closed" cannot be read: permission is denied.' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'closed', uriBaseId: '%SRCROOT%' } } }],
  });
});

it.each([
  ['/home/me/x y.md', 'file:///home/me/x%20y.md'],
  ['C:\\me\\x.md', 'file:///C%3A/me/x.md'],
  ['./a/b.md', 'a/b.md'],
  ["it's (1)!.md", 'it%27s%20%281%29%21.md'],
])('SARIF writes the path %s as %s', (path, uri) => {
  const log = JSON.parse(sarif({ ...scan, files: [{ path, findings: [] }] }, []));
  expect(log.runs[0].artifacts[0].location.uri).toBe(uri);
});
