import { describe, expect, it } from 'vitest';
import { rangeOfToken, tokensIn } from '../../../../src/editor/analysis/tokenRanges';
import type { Token } from '../../../../src/protocol/attention';

const at = (start: number | null, end: number | null): Token => ({
  id: 1,
  text: '',
  origin: start === null ? 'template' : 'source',
  start,
  end,
  segment: null,
});
/** A template token, `You`, ` are`, and an emoji of two units that three byte-level tokens share. */
const tokens = [at(null, null), at(0, 3), at(3, 7), at(7, 9), at(7, 9), at(7, 9), at(null, null)];

describe('tokens in a range of the text', () => {
  it('are all that the range covers a part of', () => {
    expect(tokensIn(tokens, { start: 1, end: 4 })).toEqual({ first: 1, end: 3 });
    expect(tokensIn(tokens, { start: 3, end: 7 })).toEqual({ first: 2, end: 3 });
  });

  it('are all pieces of a character that is covered', () => {
    expect(tokensIn(tokens, { start: 7, end: 8 })).toEqual({ first: 3, end: 6 });
  });

  it('are the one a cursor stands in or before', () => {
    expect(tokensIn(tokens, { start: 3, end: 3 })).toEqual({ first: 2, end: 3 });
    expect(tokensIn(tokens, { start: 5, end: 5 })).toEqual({ first: 2, end: 3 });
  });

  it('are none after the text', () => {
    expect(tokensIn(tokens, { start: 9, end: 9 })).toBeNull();
    expect(tokensIn([], { start: 0, end: 1 })).toBeNull();
  });
});

describe('the range of a token', () => {
  it('is its place, and none where it stands in no text', () => {
    expect(rangeOfToken(tokens, 2)).toEqual({ start: 3, end: 7 });
    expect(rangeOfToken(tokens, 0)).toBeNull();
    expect(rangeOfToken(tokens, 99)).toBeNull();
  });
});
