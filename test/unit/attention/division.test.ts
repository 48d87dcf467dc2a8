import { expect, test } from 'vitest';
import { divisionOf } from '../../../src/attention/division';
import type { Token } from '../../../src/protocol/attention';

/** Tokens of a text, one for each piece; `+` goes on with the character that was begun. */
function tokensOf(pieces: readonly string[]): Token[] {
  let end = 0;
  let start = 0;
  return pieces.map((piece) => {
    if (piece !== '+') [start, end] = [end, end + piece.length];
    const text = piece === '+' ? '\ufffd' : piece;
    return { id: 1, text, origin: 'source', start, end, segment: 0 };
  });
}

test('counts letters, the tokens that hold a part of one, and those that only go on', () => {
  expect(divisionOf(tokensOf([' the', ' 12', '会', '+', '+', '📈', '+', '.']))).toEqual({
    tokens: 8,
    shared: 3,
    letters: 4,
    letterTokens: 4,
    isFine: false,
  });
});

test.each([
  ['English words', Array<string>(12).fill(' word'), false],
  ['one token for each of few letters', Array<string>(12).fill('a'), false],
  ['one token for each letter', Array<string>(40).fill('ж'), true],
  ['one token for each Chinese character', Array<string>(40).fill('会'), false],
  [
    'two tokens for each Chinese character',
    Array<string>(40)
      .fill('会')
      .flatMap((text) => [text, '+']),
    true,
  ],
  [
    'digits and punctuation',
    Array<string>(60)
      .fill('7')
      .flatMap((text) => [text, '.']),
    false,
  ],
  [
    'English with many emoji',
    [
      ...Array<string>(12).fill(' word'),
      ...Array<string>(40)
        .fill('📈')
        .flatMap((text) => [text, '+']),
    ],
    false,
  ],
])('%s', (_, pieces, isFine) => {
  expect(divisionOf(tokensOf(pieces)).isFine).toBe(isFine);
});

test('text of the template counts for nothing', () => {
  const template = tokensOf(Array<string>(40).fill('ж')).map((token) => ({
    ...token,
    origin: 'template' as const,
  }));
  expect(divisionOf(template)).toMatchObject({ tokens: 0, letters: 0, isFine: false });
});
