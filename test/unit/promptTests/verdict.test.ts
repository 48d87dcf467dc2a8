import { expect, it } from 'vitest';
import type { PlacedExpectation } from '../../../src/promptTests/promptTest';
import { judge, outcomeOf, wholeVerdict, type Judged, type Measured } from '../../../src/promptTests/verdict';

const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };

it('a bound that is met exactly holds', () => {
  const bounds = { kind: 'attention', to: 'system', atLeast: 0.2, atMost: 0.3 } as const;
  const judged = (value: number) => judge(bounds, { kind: 'attention', value });
  expect([0.1999999, 0.2, 0.25, 0.3, 0.3000001].map(judged)).toEqual([
    'failed',
    'passed',
    'passed',
    'passed',
    'failed',
  ]);
});

it('what is not a number keeps no bound', () => {
  expect(judge({ kind: 'kl', change: 'mask', part: 'a', atMost: 1 }, { kind: 'kl', value: NaN })).toBe(
    'failed',
  );
});

it('an answer that must not say something fails where it does', () => {
  const answer = (not: boolean, says: boolean) =>
    judge({ kind: 'answer', says: { contains: 'x' }, not, tokens: 1 }, { kind: 'answer', text: '', says });
  expect([answer(false, true), answer(false, false), answer(true, true), answer(true, false)]).toEqual([
    'passed',
    'failed',
    'failed',
    'passed',
  ]);
});

it('an error is never a pass, and nothing is never a pass', () => {
  const expectation: PlacedExpectation = { kind: 'findings', known: [], from: 'warning', place };
  const measured: Measured = { kind: 'findings', found: [] };
  const passed: Judged = { expectation, verdict: { outcome: 'passed', measured } };
  const failed: Judged = { expectation, verdict: { outcome: 'failed', measured } };
  const refused: Judged = { expectation, verdict: { outcome: 'error', refused: 'no-mask' } };
  expect(outcomeOf({ judged: [passed, passed] })).toBe('passed');
  expect(outcomeOf({ judged: [passed, failed] })).toBe('failed');
  expect(outcomeOf({ judged: [failed, refused] })).toBe('error');
  expect(outcomeOf({ judged: [] })).toBe('error');
  expect(outcomeOf({ judged: [], error: { code: 'bad-input', message: 'no' } })).toBe('error');
  expect(wholeVerdict([])).toBe('error');
  expect(wholeVerdict(['passed', 'failed', 'passed'])).toBe('failed');
  expect(wholeVerdict(['passed', 'failed', 'error'])).toBe('error');
});
