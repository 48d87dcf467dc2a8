import { expect, it } from 'vitest';
import { runsOf, tokensOfPart } from '../../../src/promptTests/parts';
import type { Token } from '../../../src/protocol/attention';

const segment = (role: 'system' | 'user' | 'tool', start: number, end: number) => ({
  role,
  trust: 'author' as const,
  start,
  end,
});
const token = (start: number | null, end: number | null, of: number | null): Token => ({
  id: 1,
  text: 'x',
  origin: of === null ? 'template' : 'source',
  start,
  end,
  segment: of,
});
const read = {
  segments: [segment('system', 0, 10), segment('user', 20, 30), segment('tool', 40, 40)],
  tokens: [
    token(null, null, null),
    token(0, 5, 0),
    token(5, 10, 0),
    token(null, null, null),
    token(20, 24, 1),
    token(24, 30, 1),
  ],
};
const places = [{ variable: 'user', range: { start: 22, end: 24 } }];

it('a part is what a speaker says, or a variable, which goes before a speaker of its name', () => {
  expect(tokensOfPart(read, [], 'system')).toEqual([1, 2]);
  expect(tokensOfPart(read, [], 'user')).toEqual([4, 5]);
  expect(tokensOfPart(read, places, 'user')).toEqual([4]);
});

it('a part that the prompt does not have, or of which nothing was read, is refused', () => {
  expect(() => tokensOfPart(read, [], 'sytem')).toThrow(
    'The prompt has no part "sytem". Did you mean "system"?',
  );
  expect(() => tokensOfPart(read, places, 'assistant')).toThrow('Known are: "user", "system", "tool".');
  expect(() => tokensOfPart(read, [], 'tool')).toThrow('The model read nothing of "tool"');
});

it('neighbouring tokens are one passage', () => {
  expect(runsOf([1, 2, 4, 7, 8, 9])).toEqual([
    { first: 1, end: 3 },
    { first: 4, end: 5 },
    { first: 7, end: 10 },
  ]);
});
