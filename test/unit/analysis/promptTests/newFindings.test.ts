import { describe, expect, it } from 'vitest';
import { newFindings } from '../../../../src/analysis/promptTests/newFindings';
import type { Finding } from '../../../../src/protocol/finding';

describe('new findings', () => {
  const finding = (rule: string, severity: Finding['severity'], fingerprint: string): Finding => ({
    ...{ rule, severity, fingerprint, start: 0, end: 1, line: 1, column: 1, endLine: 1, endColumn: 2 },
    ...{ message: 'm', excerpt: 'e', segment: { role: 'user', trust: 'user' } },
  });
  const found = [
    finding('a/one', 'error', '1'),
    finding('a/two', 'warning', '2'),
    finding('a/three', 'information', '3'),
    { ...finding('a/four', 'error', '4'), suppressed: true },
  ];
  const rulesOf = async (more: object, text = '') =>
    (
      await newFindings(found, { kind: 'findings', known: [], from: 'warning', ...more }, async () => text)
    ).map(({ rule }) => rule);

  it('are those of the severity and above that are neither known nor suppressed', async () => {
    expect(await rulesOf({})).toEqual(['a/one', 'a/two']);
    expect(await rulesOf({ from: 'information' })).toEqual(['a/one', 'a/two', 'a/three']);
    expect(await rulesOf({ from: 'error', known: ['a/one'] })).toEqual([]);
  });

  it('are not those of the baseline, which is a scan or a file of known findings', async () => {
    const scan = {
      schemaVersion: 1,
      tool: { name: 'attnscope', version: '1' },
      files: [{ path: 'p', findings: [found[1]] }],
    };
    expect(await rulesOf({ baseline: 'known.json' }, JSON.stringify(scan))).toEqual(['a/one']);
    const entry = { rule: 'a/two', path: 'p', fingerprint: '2', context: '', reason: 'there before' };
    const known = JSON.stringify({ schemaVersion: 1, findings: [entry] });
    expect(await rulesOf({ baseline: 'known.json' }, known)).toEqual(['a/one']);
    await expect(rulesOf({ baseline: 'known.json' }, '{}')).rejects.toThrow(
      '"known.json" is not what "attnscope scan" writes with --format json or --write-baseline.',
    );
  });
});
