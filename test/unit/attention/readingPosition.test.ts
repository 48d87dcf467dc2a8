import { expect, it } from 'vitest';
import { readingPosition } from '../../../src/attention/readingPosition';
import type { Token } from '../../../src/protocol/attention';

const token = (origin: Token['origin']): Token => ({
  id: 1,
  text: 'a',
  origin,
  start: null,
  end: null,
  segment: null,
});
const tokens = [token('special'), token('source'), token('special')];

it('a model that reads one way is read at the last token fed, whatever comes first', () => {
  expect(readingPosition(true, tokens)).toEqual({ kind: 'last', token: 2 });
});

it('a model that reads both ways is read at its classification token, or as a mean where there is none', () => {
  expect(readingPosition(false, tokens)).toEqual({ kind: 'classification', token: 0 });
  expect(readingPosition(false, tokens.slice(1))).toEqual({ kind: 'mean', token: null });
});
