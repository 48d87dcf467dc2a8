import { describe, expect, it } from 'vitest';
import { controlSpans, ownPassage, sentencesOf } from '../../../../src/attention/counterfactual/passages';
import type { Token, TokenSpan } from '../../../../src/protocol/attention';

/** Tokens of texts by segment; `null` is written by the template. */
function tokensOf(...parts: [segment: number | null, ...texts: string[]][]): Token[] {
  return parts.flatMap(([segment, ...texts]) =>
    texts.map((text, id): Token => ({
      ...{ id, text, segment, origin: segment === null ? 'template' : 'source', start: null, end: null },
    })),
  );
}

const textOf = (tokens: readonly Token[], { first, end }: TokenSpan) =>
  tokens
    .slice(first, end)
    .map(({ text }) => text)
    .join('');

const tokens = tokensOf(
  [null, '<|im_start|>', 'user', '\n'],
  [0, 'Be', ' kind', '.', ' Pay', ' 3', '.', '5', ' now', '!"', '\n', '\n', '-', ' one', '\n'],
  [1, 'Two', '.'],
  [null, '<|im_end|>'],
);

describe('sentences of a prompt', () => {
  it('end at their marks and at line breaks, within a segment, without the template', () => {
    expect(sentencesOf(tokens).map((span) => textOf(tokens, span))).toEqual([
      'Be kind.',
      ' Pay 3.5 now!"',
      '- one',
      'Two.',
    ]);
  });
});

describe('a passage that may be changed', () => {
  it('is the prompt’s own text, without the template and the white space around it', () => {
    expect(textOf(tokens, ownPassage(tokens, { first: 0, end: 6 })!)).toBe('Be kind.');
    expect(textOf(tokens, ownPassage(tokens, { first: 12, end: 17 })!)).toBe('- one');
    expect(ownPassage(tokens, { first: 0, end: 3 })).toBeNull();
    expect(ownPassage(tokens, { first: 13, end: 14 })).toBeNull();
  });
});

describe('passages to compare one with', () => {
  const words = (segment: number, count: number): [number, ...string[]] => [
    segment,
    ...Array.from({ length: count }, (_, i) => (i % 5 === 4 ? ' end.' : ' word')),
  ];
  const long = tokensOf([null, 'a', 'b'], words(0, 40), [null, 'c'], words(1, 20));

  it('are as long, overlap neither it nor a finding nor one another, and begin with a sentence', () => {
    const controls = controlSpans(long, { first: 12, end: 16 }, [{ first: 30, end: 33 }], 3);
    expect(controls).toHaveLength(3);
    for (const { first, end } of controls) {
      expect(end - first).toBe(4);
      expect((first - 2) % 5).toBe(0);
      expect(
        long.slice(first, end).every(({ origin, segment }) => origin === 'source' && segment === 0),
      ).toBe(true);
      expect(end <= 12 || first >= 16).toBe(true);
      expect(end <= 30 || first >= 33).toBe(true);
    }
    expect(controls[0]!.first).toBe(2);
    expect(controls[2]!.first).toBeGreaterThan(30);
  });

  it('come from another segment where its own has no room', () => {
    const controls = controlSpans(long, { first: 43, end: 60 }, [], 2);
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.every(({ first, end }) => end - first === 17 && end <= 42)).toBe(true);
  });

  it('are as long as they can be where none is as long, and none where nothing else is there', () => {
    const [control] = controlSpans(long, { first: 2, end: 42 }, [], 1);
    expect(control).toEqual({ first: 43, end: 63 });
    const short = tokensOf([0, 'All', ' of', ' it']);
    expect(controlSpans(short, { first: 0, end: 3 }, [], 3)).toEqual([]);
  });
});
