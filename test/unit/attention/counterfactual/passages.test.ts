import { describe, expect, it } from 'vitest';
import {
  controlsSpreadOut,
  ownPassage,
  sentencePassages,
} from '../../../../src/attention/counterfactual/passages';
import { sentencesOf } from '../../../../src/prompts/sentences';
import type { TextSpan } from '../../../../src/protocol/analysis';
import type { Token, TokenSpan } from '../../../../src/protocol/attention';

/** Tokens of texts by segment, one behind the other in the source; `null` is written by the template. */
function tokensOf(...parts: [segment: number | null, ...texts: string[]][]): Token[] {
  let at = 0;
  return parts.flatMap(([segment, ...texts]) =>
    texts.map((text, id): Token => {
      if (segment === null) return { id, text, segment, origin: 'template', start: null, end: null };
      const start = at;
      at += text.length;
      return { id, text, segment, origin: 'source', start, end: at };
    }),
  );
}

/** A prompt of these tokens, with its sentences as an analysis finds them. */
function promptOf(tokens: Token[]): { tokens: Token[]; spans: TextSpan[] } {
  const said = tokens.filter(({ segment }) => segment !== null);
  const spans = [...new Set(said.map(({ segment }) => segment!))].flatMap((segment) => {
    const own = said.filter((token) => token.segment === segment);
    return sentencesOf(own.map(({ text }) => text).join('')).map(
      ({ start, end }) => ({ start: own[0]!.start! + start, end: own[0]!.start! + end, segment }) as TextSpan,
    );
  });
  return { tokens, spans };
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
  it('are those that its sentences are judged by, within a segment, without the template and marks of lists', () => {
    expect(sentencePassages(promptOf(tokens)).map((span) => textOf(tokens, span))).toEqual([
      'Be kind.',
      ' Pay 3.5 now!"',
      ' one',
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
    ...Array.from({ length: count }, (_, i) => [' Word', ' word', ' word', ' word', ' end.'][i % 5]!),
  ];
  const long = tokensOf([null, 'a', 'b'], words(0, 40), [null, 'c'], words(1, 20));

  it('are as long, overlap neither it nor a finding nor one another, and begin with a sentence', () => {
    const controls = controlsSpreadOut(promptOf(long), { first: 12, end: 16 }, [{ first: 30, end: 33 }], 3);
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
    const controls = controlsSpreadOut(promptOf(long), { first: 43, end: 60 }, [], 2);
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.every(({ first, end }) => end - first === 17 && end <= 42)).toBe(true);
  });

  it('are as long as they can be where none is as long, and none where nothing else is there', () => {
    const [control] = controlsSpreadOut(promptOf(long), { first: 2, end: 42 }, [], 1);
    expect(control).toEqual({ first: 43, end: 63 });
    const short = tokensOf([0, 'All', ' of', ' it']);
    expect(controlsSpreadOut(promptOf(short), { first: 0, end: 3 }, [], 3)).toEqual([]);
  });
});
