import { expect, it } from 'vitest';
import { createL10n } from '../../../../src/describe/l10n';
import { describeExpectation } from '../../../../src/describe/promptTests/describeExpectation';
import { describeVerdict } from '../../../../src/describe/promptTests/describeVerdict';
import type { Expectation } from '../../../../src/promptTests/promptTest';
import type { Measured } from '../../../../src/promptTests/verdict';

const english = createL10n('en', {});
const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };
const expected = (expectation: Expectation): string => english.say(describeExpectation(expectation));
const actual = (expectation: Expectation, measured: Measured): string =>
  describeVerdict({ expectation: { ...expectation, place }, verdict: { outcome: 'failed', measured } })
    .map((phrase) => english.say(phrase))
    .join(' ');

it('what has to hold is said in words', () => {
  expect(
    [
      { kind: 'attention', to: 'system', atLeast: 0.2 },
      { kind: 'attention', to: 'mail', atLeast: 0.05, atMost: 0.125 },
      { kind: 'findings', known: [], from: 'error' },
      { kind: 'kl', change: 'replace', part: 'tool', atMost: 0.5 },
      { kind: 'answer', says: { contains: 'a\n<b>' }, not: false, tokens: 1 },
      { kind: 'answer', says: { json: { path: '$.ok', equals: true } }, not: true, tokens: 1 },
      { kind: 'probability', of: 'Yes', atMost: 0.001 },
    ].map((each) => expected(each as Expectation)),
  ).toEqual([
    '"system" gets at least 20% of the last token’s attention.',
    '"mail" gets 5% to 12.5% of the last token’s attention.',
    'No new finding of severity error or graver.',
    'With "tool" replaced by neutral text, the next word’s distribution moves by at most 0.5 nats (KL).',
    'The answer contains “a??b?”.',
    'The answer is no JSON with true at $.ok.',
    'The answer begins with “Yes” with a probability of at most 0.1%.',
  ]);
});

it('a figure that misses its bound never reads like it', () => {
  const bounds: Expectation = { kind: 'attention', to: 'system', atLeast: 0.2 };
  expect(actual(bounds, { kind: 'attention', value: 0.1234 })).toBe('It gets 12%.');
  expect(actual(bounds, { kind: 'attention', value: 0.19996 })).toBe('It gets 19.996%.');
  expect(actual(bounds, { kind: 'attention', value: 0.2 })).toBe('It gets 20%.');
  const kl: Expectation = { kind: 'kl', change: 'mask', part: 'a', atMost: 0.5 };
  expect(actual(kl, { kind: 'kl', value: 0.5004 })).toBe('It moves by 0.5004 nats (KL).');
});

it('findings are told by their rules, an answer on one line', () => {
  const findings: Expectation = { kind: 'findings', known: [], from: 'warning' };
  const found = (...rules: string[]) =>
    actual(findings, { kind: 'findings', found: rules.map((rule) => ({ rule })) as never });
  expect(found('override/new-task')).toBe('1 new finding: override/new-task.');
  expect(found('a/b', 'c/d', 'a/b')).toBe('3 new findings: a/b, c/d.');
  const answer: Expectation = { kind: 'answer', says: { contains: 'x' }, not: false, tokens: 1 };
  const said = (text: string) => actual(answer, { kind: 'answer', says: false, text });
  expect(said(' Dear\n\u202eInes ')).toBe('The answer: Dear ?Ines');
  expect(said(' \n')).toBe('The answer is empty.');
});
