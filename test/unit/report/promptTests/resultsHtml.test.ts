import { expect, it } from 'vitest';
import type { PromptResults } from '../../../../src/protocol/promptTests/promptResults';
import { resultsHtml, type ResultsWords } from '../../../../src/report/promptTests/resultsHtml';

const words: ResultsWords = {
  title: 'Results',
  unreadable: 'No results.',
  passed: 'Passed',
  failed: 'Failed',
  error: 'Not run',
  incomplete: 'Incomplete',
  expected: 'Expected',
  actual: 'Measured',
  test: 'Test',
  line: 'Line',
  outcome: 'Outcome',
  tokens: 'Tokens',
  model: 'Read by',
};
const place = { line: 9, column: 9, endLine: 9, endColumn: 20 };
const results: PromptResults = {
  schemaVersion: 1,
  tool: { name: 'attnscope', version: '1.2.3' },
  model: null,
  outcome: 'failed',
  passed: 0,
  failed: 1,
  errors: 0,
  files: [
    {
      path: '<img src=x>.prompt-test.yaml',
      problems: [],
      tests: [
        {
          ...place,
          name: '<script>alert(1)</script>',
          prompt: 'a',
          outcome: 'failed',
          tokens: 12,
          grown: {},
          ms: 1,
          expectations: [
            {
              ...place,
              kind: 'attention',
              outcome: 'failed',
              expected: 'at least 20%',
              actual: 'It gets 12%.',
              value: 0.12,
            },
          ],
        },
      ],
    },
  ],
};

it('the page tells what was expected and measured, and runs nothing that the file holds', () => {
  const page = resultsHtml(results, words, 'de', 'abc');
  expect(page).toContain('<html lang="de">');
  expect(page).toContain("content=\"default-src 'none'; style-src 'nonce-abc'\"");
  expect(page).toContain('<td>at least 20%</td><td>It gets 12%.</td>');
  expect(page).toContain('✗ Failed');
  expect(page).not.toMatch(/<script|<img/);
});

it('a text that is no result says so', () => {
  expect(resultsHtml(undefined, words, 'en', 'abc')).toContain('<p>No results.</p>');
});
