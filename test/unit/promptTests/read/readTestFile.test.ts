import { expect, it } from 'vitest';
import { readTestFile } from '../../../../src/promptTests/read/readTestFile';
import { inWords } from '../../../../src/protocol/sentence';

/** What is wrong with a text, each with the place of its first character. */
const wrong = (text: string): string[] =>
  readTestFile(text).problems.map(({ line, column, sentences }) => `${line}:${column} ${inWords(sentences)}`);

const one = (expectation: string, test = ''): string => `prompts:
  support: {text: "Hello {{name}}"}
tests:
  - name: greets
    ${test}
    expect:
      - ${expectation}
`;

it('a test has its prompt, its values, and what is expected as numbers, each at its place', () => {
  const { tests, problems } = readTestFile(`# yaml-language-server: $schema=prompt-test.schema.json
prompts:
  support:
    messages:
      - {role: system, content: Be kind.}
      - {role: user, file: question.md}
    variables: {retrieved: a mail, name: Ann}
tests:
  - name: holds
    variables: {retrieved: another mail}
    grow: {retrieved: 2000 tokens}
    expect:
      - attention: {to: system, atLeast: 20 %}
      - findings: none
      - kl: {replace: tool, atMost: 0.5}
      - answer: {contains: "Ann", tokens: 12}
      - answer:
          not: {matches: 'PL[A-Z]M'}
      - probability: {of: "Yes", atLeast: 12.5%, atMost: 0.9}
`);
  expect(problems).toEqual([]);
  expect(tests).toEqual([
    {
      name: 'holds',
      place: { line: 9, column: 5, endLine: 19, endColumn: 62 },
      prompt: 'support',
      source: {
        kind: 'messages',
        messages: [
          { role: 'system', content: 'Be kind.' },
          { role: 'user', file: 'question.md' },
        ],
      },
      variables: { retrieved: 'another mail', name: 'Ann' },
      grow: { retrieved: 2000 },
      expectations: [
        {
          kind: 'attention',
          to: 'system',
          atLeast: 0.2,
          place: { line: 13, column: 9, endLine: 13, endColumn: 47 },
        },
        {
          kind: 'findings',
          known: [],
          from: 'warning',
          place: { line: 14, column: 9, endLine: 14, endColumn: 23 },
        },
        {
          kind: 'kl',
          change: 'replace',
          part: 'tool',
          atMost: 0.5,
          place: { line: 15, column: 9, endLine: 15, endColumn: 41 },
        },
        {
          kind: 'answer',
          says: { contains: 'Ann' },
          not: false,
          tokens: 12,
          place: { line: 16, column: 9, endLine: 16, endColumn: 46 },
        },
        {
          kind: 'answer',
          says: { matches: 'PL[A-Z]M' },
          not: true,
          tokens: 64,
          place: { line: 17, column: 9, endLine: 18, endColumn: 37 },
        },
        {
          kind: 'probability',
          of: 'Yes',
          atLeast: 0.125,
          atMost: 0.9,
          place: { line: 19, column: 9, endLine: 19, endColumn: 62 },
        },
      ],
    },
  ]);
});

it('JSON is read as well', () => {
  const { tests } = readTestFile(
    '{"$schema": "x", "prompts": {"a": {"file": "a.prompt.md", "as": "system"}}, "tests": [{"name": "n", "expect": [{"findings": {"known": ["override/new-task"], "from": "error"}}]}]}',
  );
  expect(tests[0]).toMatchObject({
    source: { kind: 'file', file: 'a.prompt.md', as: 'system' },
    expectations: [{ kind: 'findings', known: ['override/new-task'], from: 'error' }],
  });
});

it('a test that expects nothing is an error', () => {
  const nothing = 'A test without an expectation tests nothing: list under "expect" what has to hold.';
  const prompts = 'prompts: {a: {text: x}}\n';
  expect(wrong(`${prompts}tests:\n  - name: n\n`)).toEqual([`3:5 ${nothing}`]);
  expect(wrong(`${prompts}tests:\n  - name: n\n    expect: []\n`)).toEqual([`4:5 ${nothing}`]);
  expect(wrong(`${prompts}tests:\n  - name: n\n    expect:\n`)).toEqual([`4:5 ${nothing}`]);
  expect(wrong(one('attention: {to: system}'))).toEqual([
    '7:9 Say under "atLeast" or "atMost" what has to hold: without it nothing is tested.',
  ]);
  expect(wrong(one('{}'))).toEqual([
    '7:9 Each entry of "expect" has one of attention, findings, kl, answer and probability.',
  ]);
  expect(wrong(`${prompts}tests: []\n`)).toEqual(['2:1 "tests" must not be empty.']);
});

it('a key that is not known names the nearest one that is, at its place', () => {
  expect(wrong(one('attention: {too: system, atleast: 20 %}'))).toEqual([
    '7:9 "to" is missing.',
    '7:21 "too" is not known here. Did you mean "to"?',
    '7:34 "atleast" is not known here. Did you mean "atLeast"?',
  ]);
  expect(wrong(one('findings: {knwon: [a/b]}'))).toEqual([
    '7:20 "knwon" is not known here. Did you mean "known"?',
  ]);
  expect(wrong(one('findings: none', 'promt: support'))).toEqual([
    '5:5 "promt" is not known here. Did you mean "prompt"?',
  ]);
  expect(wrong(one('findings: none', 'constructor: 1'))).toEqual([
    '5:5 "constructor" is not known here. Known are: name, prompt, variables, grow, expect.',
  ]);
  expect(wrong(one('findings: none', 'prompt: suport'))).toEqual([
    '5:5 No prompt is called "suport". Did you mean "support"?',
  ]);
});

it('a value that does not fit is told with what would', () => {
  const share = 'must be a share: per cent, as 20 %, or a number from 0 to 1, as 0.2.';
  expect(wrong(one('attention: {to: system, atLeast: 120 %}'))).toEqual([`7:33 "atLeast" ${share}`]);
  expect(wrong(one('probability: {of: "Yes", atMost: 2}'))).toEqual([`7:34 "atMost" ${share}`]);
  expect(wrong(one('kl: {mask: system, atMost: 20 %}'))).toEqual(['7:28 "atMost" must be a number.']);
  expect(wrong(one('kl: {mask: system, atMost: -1}'))).toEqual(['7:28 "atMost" must be at least 0.']);
  expect(wrong(one('findings: few'))).toEqual([
    '7:9 "findings" must be none, or a map with known, baseline or from.',
  ]);
  expect(wrong(one('findings: {from: fatal}'))).toEqual([
    '7:20 "from" must be one of: error, warning, information, hint.',
  ]);
  expect(wrong(one('findings: none', 'variables: {count: 3}'))).toEqual([
    '5:17 "count" must be a text: put it in quotes.',
  ]);
  expect(wrong(one('findings: none', 'grow: {name: long}'))).toEqual([
    '5:12 "name" must be a number of tokens, as 2000 tokens.',
  ]);
  expect(wrong(one('attention: {to: a, atLeast: 0.5, atMost: 0.1}'))).toEqual([
    '7:9 "atLeast" is above "atMost": no number can keep both.',
  ]);
});

it('what says two things at once is refused', () => {
  const prompts = 'prompts: {a: {text: x, file: y}, b: {messages: [{role: user}]}, c: {text: z}}\n';
  const test = (name: string, prompt: string) => `  - {name: ${name}, ${prompt}expect: [{findings: none}]}\n`;
  expect(
    wrong(`${prompts}tests:\n${test('n', '')}${test('m', 'prompt: c, ')}${test('m', 'prompt: c, ')}`),
  ).toEqual([
    '1:11 A prompt has one of text, file and messages.',
    '1:49 A message has one of content and file.',
    '3:5 Say under "prompt" which of the prompts is tested: "a", "b", "c".',
    '5:6 Two tests are called "m".',
  ]);
  expect(wrong(one('{findings: none, kl: {mask: a, atMost: 1}}'))).toEqual([
    '7:9 Each entry of "expect" has one of attention, findings, kl, answer and probability.',
  ]);
  expect(wrong(one('kl: {mask: a, remove: b, atMost: 1}'))).toEqual([
    '7:9 "kl" has one of replace, remove and mask.',
  ]);
  expect(wrong(one('answer: {contains: a, not: {contains: b}}'))).toEqual([
    '7:9 "answer" has one of contains, matches and json, or "not" with one of them.',
  ]);
});

it('what can make a small file a large one, or says a thing twice, is refused at its line', () => {
  expect(wrong('a: &a [x]\nb: *a\n')).toEqual([
    '1:7 Anchors and aliases (& and *) are not used in a test file: write the text out.',
    '2:4 Anchors and aliases (& and *) are not used in a test file: write the text out.',
  ]);
  expect(wrong('tests: 1\ntests: 2\n')).toEqual(['2:1 "tests" is given twice.']);
  expect(wrong('prompts:\n\ta: b\n')).toEqual(['2:1 This is not YAML: Tabs are not allowed as indentation']);
  expect(wrong('a: 1\n---\nb: 2\n').join()).toMatch(/^2:1 This is not YAML: /);
  expect(wrong('')).toEqual(['1:1 A test file is a map with prompts and tests.']);
});
