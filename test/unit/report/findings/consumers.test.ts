/** What other programs make of a scan: each form is read as the programs read it that it is for. */
import { parse } from 'junit2json';
import { expect, it } from 'vitest';
import { describeRules } from '../../../../src/detection/describeRules';
import type { Finding } from '../../../../src/protocol/finding';
import type { ScanResult } from '../../../../src/protocol/scan';
import { whole } from '../../../../src/report/findings/fileByFile';
import { github } from '../../../../src/report/findings/github';
import { junit } from '../../../../src/report/findings/junit';
import { sarif } from '../../../../src/report/findings/sarif';
import { readBySarifTools, sarifMisfits } from '../../../support/sarif';

const finding: Finding = {
  rule: 'override/new-task',
  severity: 'error',
  start: 20,
  end: 31,
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 16,
  message: 'A title: 100 %, and "why" & <what>.\r\nTo do.',
  segment: { role: 'data', trust: 'untrusted' },
  excerpt: 'Your new…',
  fingerprint: '0123456789abcdef',
};
const suppressed: Finding = {
  ...finding,
  suppressed: true,
  suppression: { by: 'comment', reason: 'ours & "known"' },
};

const scan: ScanResult = {
  schemaVersion: 1,
  tool: { name: 'attnscope', version: '1.2.3' },
  files: [
    { path: 'clean.md', findings: [] },
    {
      path: 'a,b: 100%::x\n.md',
      findings: [finding, suppressed, { ...finding, severity: 'hint', endLine: 4 }],
    },
  ],
  errors: [{ path: 'gone.md', error: '"gone.md" cannot be read: 100 %.' }],
};
const log = sarif(scan, describeRules());

it('SARIF has the form of its schema', () => {
  expect(sarifMisfits(log)).toEqual([]);
  // The check itself sees what is wrong.
  expect(sarifMisfits(log.replace('"inSource"', '"inTheSource"'))).toHaveLength(1);
  expect(sarifMisfits(log.replace('"partialFingerprints"', '"partialPrints"'))).toHaveLength(1);
}, 60_000);

it('SARIF is read by sarif-tools', (context) => {
  const table = readBySarifTools(log);
  if (table === null) return context.skip();
  expect(table).toMatch(/^attnscope,error,override\/new-task,[^]*a%2Cb/m);
});

it('JUnit is read by junit2json: one failure a case, with the place of each finding', async () => {
  const read = await parse(
    junit(scan, ({ severity, suppressed: hidden }) => severity === 'error' && !hidden),
  );
  const [suite] = 'testsuite' in read! ? read.testsuite! : [];
  expect(suite).toMatchObject({ tests: 3, failures: 1, errors: 1 });
  const [clean, found, gone] = suite!.testcase!;
  expect(clean).not.toHaveProperty('failure');
  expect(found!.failure).toHaveLength(1);
  expect(found!.failure![0]!.inner).toContain('3:5-3:16 (20-31) error override/new-task');
  expect(found!['system-out']!.join('')).toMatch(/override\/new-task \(suppressed\)/);
  expect(gone!.error![0]!.message).toBe('"gone.md" cannot be read: 100 %.');
});

/** A workflow command as the runner of GitHub Actions reads it (actions/runner, ActionCommand.TryParseV2). */
function readCommand(line: string): { command: string; properties: Record<string, string>; data: string } {
  const unescaped = (text: string, escapes: readonly (readonly [string, string])[]) =>
    escapes.reduce((now, [from, to]) => now.replaceAll(from, to), text);
  const ofData = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ] as const;
  const end = line.indexOf('::', 2);
  const [command = '', list = ''] = line.slice(2, end).split(/ (.*)/);
  const pairs = list.split(',').map((pair) => {
    const at = pair.indexOf('=');
    const value = unescaped(pair.slice(at + 1), [['%3A', ':'], ['%2C', ','], ...ofData]);
    return [pair.slice(0, at), value] as const;
  });
  return {
    command,
    properties: Object.fromEntries(pairs),
    data: unescaped(line.slice(end + 2), ofData),
  };
}

it('annotations are read by the runner as they were meant, suppressed ones left out', () => {
  const commands = whole(scan, github).trimEnd().split('\n').map(readCommand);
  // A line end of a path is none of the output.
  const file = 'a,b: 100%::x?.md';
  expect(commands).toEqual([
    {
      command: 'error',
      properties: { file, line: '3', endLine: '3', col: '5', endColumn: '16', title: finding.rule },
      data: finding.message,
    },
    // Columns of several lines are refused there.
    {
      command: 'notice',
      properties: { file, line: '3', endLine: '4', title: finding.rule },
      data: finding.message,
    },
    {
      command: 'error',
      properties: { file: 'gone.md', title: 'Not scanned' },
      data: '"gone.md" cannot be read: 100 %.',
    },
  ]);
});
