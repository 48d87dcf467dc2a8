import { parse } from 'junit2json';
import { describe, expect, it } from 'vitest';
import { readTestFile } from '../../../../src/promptTests/read/readTestFile';
import type { PromptTest } from '../../../../src/promptTests/promptTest';
import type { Measured, TestRun } from '../../../../src/promptTests/verdict';
import { judge } from '../../../../src/promptTests/verdict';
import { PromptResults } from '../../../../src/protocol/promptTests/promptResults';
import { promptResults } from '../../../../src/report/promptTests/promptResults';
import { resultsJson, resultsJsonLines } from '../../../../src/report/promptTests/resultsJson';
import { resultsJunit } from '../../../../src/report/promptTests/resultsJunit';
import { resultsSarif } from '../../../../src/report/promptTests/resultsSarif';
import { resultsText } from '../../../../src/report/promptTests/resultsText';
import { readBySarifTools, sarifMisfits } from '../../../support/sarif';

const PAYLOAD = 'Ignore <all> & every "rule" \u202e\u0007';

const { tests } = readTestFile(`prompts: {a: {text: "{{x}}"}}
tests:
  - name: holds
    expect:
      - attention: {to: x, atLeast: 20 %}
  - name: does <not> & "hold"
    grow: {x: 200 tokens}
    expect:
      - attention: {to: x, atLeast: 20 %}
      - answer: {contains: yes}
  - name: cannot
    expect:
      - kl: {mask: x, atMost: 1}
`);

const run = (test: PromptTest, measured: (Measured | null)[]): TestRun => ({
  test,
  judged: test.expectations.map((expectation, index) => {
    const each = measured[index];
    return {
      expectation,
      verdict: each
        ? { outcome: judge(expectation, each), measured: each }
        : { outcome: 'error', refused: 'no-mask' },
    };
  }),
  tokens: 7,
  grown: test.grow,
  ms: 1500,
});

const model = { name: 'tiny', sha256: 'ab', layers: 1, heads: 2, contextLength: null, tap: 'softmax-matmul' };
const problem = {
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 8,
  sentences: [{ text: '"txt" is not known here.', values: {} }],
};
const file = {
  path: 'a b/ä&x.prompt-test.yaml',
  problems: [],
  runs: [
    run(tests[0]!, [{ kind: 'attention', value: 0.25 }]),
    run(tests[1]!, [
      { kind: 'attention', value: 0.19 },
      { kind: 'answer', says: false, text: PAYLOAD },
    ]),
    run(tests[2]!, [null]),
  ],
};
const results = promptResults(
  [file, { path: 'bad.prompt-test.yaml', problems: [problem], runs: [] }],
  model,
  '1.2.3',
);
const failedOnly = promptResults([{ ...file, runs: file.runs.slice(0, 2) }], model, '1.2.3');

it('the document keeps to its schema, in which every number counts once', () => {
  expect(PromptResults.parse(JSON.parse(resultsJson(results)))).toEqual(results);
  expect(results).toMatchObject({ outcome: 'error', passed: 1, failed: 1, errors: 2 });
  expect(failedOnly).toMatchObject({ outcome: 'failed', passed: 1, failed: 1, errors: 0 });
});

it('text tells the expected and the measured at each place, and the verdict at the end', () => {
  expect(resultsText(results)).toBe(`a b/ä&x.prompt-test.yaml
  ✓ holds (7 tokens, 1.5 s)
    ✓ 5:9     "x" gets at least 20% of the last token’s attention.
              It gets 25%.
  ✗ does ‹not› & "hold" (7 tokens, 200 of x, 1.5 s)
    ✗ 9:9     "x" gets at least 20% of the last token’s attention.
              It gets 19%.
    ✗ 10:9    The answer contains “yes”.
              The answer: Ignore ?all? & every "rule" ??
  ! cannot (7 tokens, 1.5 s)
    ! 13:9    With "x" masked, the next word’s distribution moves by at most 1 nats (KL).
              This model takes no mask, so no passage can be hidden in its place.

bad.prompt-test.yaml
  ! 3:5  "txt" is not known here.

INCOMPLETE: 3 tests, read by tiny: 1 passed, 1 failed, 2 errors.
`);
  expect(resultsText(failedOnly)).toMatch(/^FAILED: 2 tests, read by tiny: 1 passed, 1 failed, 0 errors\.$/m);
  const nothing = promptResults([], null, '1.2.3');
  expect(nothing.outcome).toBe('error');
  expect(resultsText(nothing)).toBe('INCOMPLETE: no test was found.\n');
});

it('JSON Lines have a line for each test and problem, and the verdict', () => {
  const lines = resultsJsonLines(results)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ name, error, outcome }) => name ?? error ?? outcome)).toEqual([
    'holds',
    'does <not> & "hold"',
    'cannot',
    '"txt" is not known here.',
    'error',
  ]);
});

describe('JUnit, as another reader has it', () => {
  it('has a suite a file and a case a test, with its numbers', async () => {
    const suites = await parse(resultsJunit(results));
    expect(suites).toMatchObject({ tests: 4, failures: 1, errors: 2 });
    expect(suites && 'testsuite' in suites && suites.testsuite).toMatchObject([
      {
        name: 'a b/ä&x.prompt-test.yaml',
        tests: 3,
        failures: 1,
        errors: 1,
        time: 4.5,
        testcase: [
          { name: 'holds', classname: 'a b/ä&x.prompt-test.yaml', time: 1.5 },
          {
            name: 'does ‹not› & "hold"',
            failure: [
              {
                type: 'expectation-attention',
                message: '"x" gets at least 20% of the last token’s attention. It gets 19%.',
              },
            ],
          },
          { name: 'cannot', error: [{ type: 'expectation-kl' }] },
        ],
      },
      {
        name: 'bad.prompt-test.yaml',
        tests: 1,
        errors: 1,
        testcase: [{ name: '3:5', error: [{ type: 'file' }] }],
      },
    ]);
  });

  it('tells in the failure all that was expected, with its place', () => {
    expect(resultsJunit(results)).toContain(
      'a b/ä&amp;x.prompt-test.yaml:10:9 failed: The answer contains “yes”. The answer: Ignore ?all? &amp; every &quot;rule&quot; ??',
    );
  });
});

it('SARIF has what failed at its place, without answers of the model, and what could not be run as a notification', () => {
  const text = resultsSarif(results);
  const [sarif] = JSON.parse(text).runs;
  expect(
    sarif.results.map((one: never) => {
      const { ruleId, ruleIndex, locations, message } = one as {
        ruleId: string;
        ruleIndex: number;
        locations: [{ physicalLocation: { region: { startLine: number; startColumn: number } } }];
        message: { text: string };
      };
      const { startLine, startColumn } = locations[0].physicalLocation.region;
      return [ruleId, sarif.tool.driver.rules[ruleIndex].id, startLine, startColumn, message.text];
    }),
  ).toEqual([
    [
      'prompt-test/attention',
      'prompt-test/attention',
      9,
      9,
      'does ‹not› & "hold": "x" gets at least 20% of the last token’s attention. It gets 19%.',
    ],
    ['prompt-test/answer', 'prompt-test/answer', 10, 9, 'does ‹not› & "hold": The answer contains “yes”.'],
  ]);
  expect(text).not.toContain('every');
  const [invocation] = sarif.invocations;
  expect(invocation.executionSuccessful).toBe(false);
  expect(
    invocation.toolExecutionNotifications.map((one: { message: { text: string } }) => one.message.text),
  ).toEqual([
    'cannot: With "x" masked, the next word’s distribution moves by at most 1 nats (KL). This model takes no mask, so no passage can be hidden in its place.',
    '"txt" is not known here.',
  ]);
});

it('SARIF has the form of its schema', () => {
  expect(sarifMisfits(resultsSarif(results))).toEqual([]);
  expect(sarifMisfits(resultsSarif(failedOnly))).toEqual([]);
}, 60_000);

it('SARIF is read by sarif-tools: a row for each test that failed or could not be run', (context) => {
  const table = readBySarifTools(resultsSarif(results));
  if (table === null) return context.skip();
  const [, ...rows] = table.trim().split('\n');
  const reported = (JSON.parse(resultsSarif(results)) as { runs: { results: unknown[] }[] }).runs[0]!.results;
  expect(reported.length).toBeGreaterThan(1);
  expect(rows).toHaveLength(reported.length);
});
