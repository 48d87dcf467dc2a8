import { expect, it } from 'vitest';
import { describeRules } from '../../../src/detection/describeRules';
import type { Finding } from '../../../src/protocol/finding';
import type { ScanResult } from '../../../src/protocol/scan';
import { findingsJsonLines } from '../../../src/report/findingsJson';
import { findingsText } from '../../../src/report/findingsText';
import { github } from '../../../src/report/github';
import { junit } from '../../../src/report/junit';
import { sarif } from '../../../src/report/sarif';

const finding: Finding = {
  rule: 'override/new-task',
  severity: 'error',
  start: 20,
  end: 31,
  line: 3,
  column: 5,
  message: 'A title. 100 % why. What to do.',
  segment: { role: 'data', trust: 'untrusted' },
  excerpt: 'Your new…',
  fingerprint: '0123456789abcdef',
};

const scan: ScanResult = {
  schemaVersion: 1,
  tool: { name: 'attnscope', version: '1.2.3' },
  files: [
    { path: 'docs/clean.md', findings: [] },
    {
      path: 'a b/ä,x:1.md',
      findings: [
        finding,
        { ...finding, line: 9, severity: 'hint', rule: 'leak/hidden-prompt' },
        { ...finding, line: 12, severity: 'warning', suppressed: true },
      ],
    },
  ],
};

it('text lists each file with findings and sums up', () => {
  expect(findingsText(scan)).toBe(
    `a b/ä,x:1.md
  3:5      error       override/new-task  "Your new…"
           A title. 100 % why. What to do.
  9:5      hint        leak/hidden-prompt  "Your new…"
           A title. 100 % why. What to do.
  12:5     warning     override/new-task  "Your new…", suppressed
           A title. 100 % why. What to do.

3 findings (1 error, 1 warning, 1 hint) in 2 files.
`,
  );
  expect(findingsText({ ...scan, files: scan.files.slice(0, 1) })).toBe('Nothing found in 1 file.\n');
});

it('workflow commands escape what ends a property, and leave suppressed findings out', () => {
  expect(github(scan)).toBe(
    '::error file=a b/ä%2Cx%3A1.md,line=3,col=5,title=override/new-task::A title. 100 %25 why. What to do.\n' +
      '::notice file=a b/ä%2Cx%3A1.md,line=9,col=5,title=leak/hidden-prompt::A title. 100 %25 why. What to do.\n',
  );
});

it('JUnit has a case a file, failed by warnings and errors only', () => {
  const xml = junit(scan);
  expect(xml).toContain('tests="2" failures="1"');
  expect(xml).toContain('<testcase classname="attnscope" name="docs/clean.md"/>');
  expect(xml.match(/<failure /g)).toHaveLength(1);
  expect(xml).toContain(
    '<failure type="override/new-task" message="A title. 100 % why. What to do.">3:5 error',
  );
  const odd = junit({ ...scan, files: [{ path: 'a&b"c\'d.md', findings: [] }] });
  expect(odd).toContain('name="a&amp;b&quot;c&apos;d.md"');
  expect(xml).toMatch(/<system-out>9:5 hint leak\/hidden-prompt.*\n12:5 warning/);
});

it('JSON Lines carry the head of the document on each line', () => {
  const lines = findingsJsonLines(scan)
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
    expect(rule.helpUri).toMatch(/^docs\/rules\/[a-z]+\/[a-z-]+\.md$/);
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
    region: { startLine: 3, startColumn: 5 },
  });
  expect(result.partialFingerprints).toEqual({ 'attnscope/v1': '0123456789abcdef' });
  expect(run.results[2].suppressions).toEqual([{ kind: 'inSource' }]);
  expect(JSON.stringify(log)).not.toContain('snippet');
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
