import { expect, it, vi } from 'vitest';

vi.mock('vscode', async () => (await import('../../fakeVscode')).fakeVscode);
const { workspaceSummary } =
  await import('../../../../../src/editor/onRequest/workspaceScan/workspaceSummary');

const counted = (byRule: Record<string, number>, withFindings = 0) => ({
  files: 9,
  read: 7,
  withFindings,
  byRule: new Map(Object.entries(byRule)),
});
const result = { read: 7, cut: 0, unread: [{ path: '/a', error: 'It is a PDF.' }] };

it('says what was read and what not, and the findings by rule, the commonest first', () => {
  const { short, whole } = workspaceSummary(
    counted({ 'a/one': 1, 'b/two': 5, 'c/three': 2, 'd/four': 1 }, 3),
    result,
  );
  expect(short).toBe(
    'Prompt files read: 7. Not read: 1. Findings: 9, in 3 of them. b/two 5, c/three 2, a/one 1 …',
  );
  expect(whole).toContain('a/one 1, d/four 1.');
});

it('says that it was ended half way, and still what was found until then', () => {
  expect(workspaceSummary(counted({ 'a/one': 1 }, 1), undefined).short).toBe(
    'The scan was ended after 7 of 9 prompt files. Findings: 1, in 1 of them. a/one 1.',
  );
});

it('a workspace without prompts does not pass as clean', () => {
  const none = { files: 0, read: 0, withFindings: 0, byRule: new Map<string, number>() };
  const { short } = workspaceSummary(none, { read: 0, cut: 0, unread: [] });
  expect(short).toMatch(/^No prompt was recognised/);
});

it('says how many files were checked in part', () => {
  expect(workspaceSummary(counted({}), { ...result, cut: 2 }).short).toContain('Checked in part: 2.');
});
