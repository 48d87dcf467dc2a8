import { expect, it, vi } from 'vitest';
import type { Severity } from '../../../../src/protocol/finding';
import type { FixableFinding } from '../../../../src/protocol/fix';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { scanSummary } = await import('../../../../src/editor/scans/scanSummary');

/** What is told of a document in which these were found. */
const told = (severities: Severity[], checkedLength = 10, length = 10): string =>
  scanSummary(
    {
      version: 1,
      findings: severities.map((severity) => ({ severity }) as FixableFinding),
      hidden: [],
      unseen: [],
      checkedLength,
    },
    length,
  );

it('a document without a finding is told to be one', () => {
  expect(told([])).toBe('No injection phrase was found in this document.');
});

it('a document that was checked in part is never told to be clean', () => {
  expect(told([], 4)).toBe(
    'No injection phrase was found in the first 4 characters. The rest of this document was not checked.',
  );
  expect(told(['warning'], 4)).toContain('Only the first 4 characters were checked.');
  expect(told(['warning'], 1e6, 2e6)).toContain('Only the first 1,000,000 characters were checked.');
});

it('as many findings are promised in the Problems view as it lists: all but the hints', () => {
  expect(told(['warning'])).toBe('1 finding in this document; the Problems view lists it.');
  expect(told(['error', 'hint', 'information'])).toBe(
    '2 findings in this document; the Problems view lists them.',
  );
  expect(told(['hint'])).toBe('Only quoted examples were found; they are marked in the text.');
});
