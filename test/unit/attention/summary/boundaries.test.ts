import { describe, expect, test } from 'vitest';
import { findBoundaries } from '../../../../src/attention/summary/boundaries';
import type { Token } from '../../../../src/protocol/attention';

/** Tokens of one source segment, without gaps between them unless a piece is a bare blank. */
function source(pieces: readonly string[], segment = 0, start = 0): Token[] {
  let at = start;
  return pieces.map((text) => ({
    id: 1,
    text,
    origin: 'source',
    segment,
    start: at,
    end: (at += text.length),
  }));
}

const marker = (id: number, text: string, origin: Token['origin'] = 'template'): Token => ({
  id,
  text,
  origin,
  start: null,
  end: null,
  segment: null,
});

const find = (tokens: readonly Token[]) => findBoundaries({ tokens, specialIds: new Set([7, 8]) });

describe('boundaries', () => {
  test('markers of the template are grouped by text; ordinary template tokens are not boundaries', () => {
    const tokens = [
      marker(7, '<s>', 'special'),
      marker(8, '<|im_start|>'),
      marker(3, 'user\n'),
      marker(8, '<|im_start|>'),
    ];
    expect(find(tokens)).toEqual([
      { boundary: '<s>', kind: 'template', occurrences: [{ first: 0, end: 1 }] },
      {
        boundary: '<|im_start|>',
        kind: 'template',
        occurrences: [
          { first: 1, end: 2 },
          { first: 3, end: 4 },
        ],
      },
    ]);
  });

  test('written-out ones take every token that holds a part of them', () => {
    const tokens = source(['Hi [', 'IN', 'ST', ']', ' go', ' [/INST', '].', 'System', ':\n']);
    expect(find(tokens)).toEqual([
      { boundary: '[INST]', kind: 'text', occurrences: [{ first: 0, end: 4 }] },
      { boundary: '[/INST]', kind: 'text', occurrences: [{ first: 5, end: 7 }] },
      { boundary: 'System:', kind: 'text', occurrences: [{ first: 7, end: 9 }] },
    ]);
  });

  test('a special token that someone typed is text, and its pieces are not a marker', () => {
    expect(find(source(['<|', 'im_start', '|>']))).toEqual([]);
    expect(find(source(['x']).map((t) => ({ ...t, id: 7 })))).toEqual([]);
  });

  test('the end of a longer word is not a boundary, nor is the word in another case', () => {
    expect(find(source(['FileSystem', ':', ' system', ':', 'MyInstructions:']))).toEqual([]);
    expect(find(source(['(System', ':', ' Instructions:'])).map((b) => b.boundary)).toEqual([
      'System:',
      'Instructions:',
    ]);
  });

  test('text does not continue across a marker, another segment, or a gap in the source', () => {
    const apart = find([...source(['System']), marker(8, '<s>'), ...source([':'], 0, 6)]);
    expect(apart.map((b) => b.boundary)).toEqual(['<s>']);
    expect(find([...source(['System']), ...source([':'], 1, 6)])).toEqual([]);
    expect(find([...source(['System']), ...source([':'], 0, 7)])).toEqual([]);
  });

  test('those that the template writes as plain text are the template’s', () => {
    const tokens = [marker(1, '[INST'), marker(1, '] '), ...source(['Hi'])];
    expect(find(tokens)).toEqual([
      { boundary: '[INST]', kind: 'template', occurrences: [{ first: 0, end: 2 }] },
    ]);
  });

  test('several pieces that share one character do not shift what follows', () => {
    const emoji = [0, 1, 2].map((): Token => ({
      id: 1,
      text: '\uFFFD',
      origin: 'source',
      segment: 0,
      start: 0,
      end: 2,
    }));
    expect(find([...emoji, ...source(['System', ':'], 0, 2)])).toEqual([
      { boundary: 'System:', kind: 'text', occurrences: [{ first: 3, end: 5 }] },
    ]);
  });
});
