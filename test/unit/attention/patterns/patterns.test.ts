import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { controlsAtLikeDistance } from '../../../../src/attention/patterns/controlsAtLikeDistance';
import { defensive, meanOfHeads, susceptible } from '../../../../src/attention/patterns/patterns';
import type { HeadsRead, PerHead } from '../../../../src/protocol/requests/heads';
import { expectWithin } from '../closeTo';

interface TinyCase {
  name: string;
  expected: Pick<HeadsRead, 'sets'>;
  patterns: { susceptible: PerHead; defensive: PerHead };
}

const cases = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../../fixtures/heads/tiny.json`, 'utf8'),
) as TinyCase[];

describe('the patterns equal an independent reading of PyTorch attention', () => {
  test.each(cases)('$name', ({ expected: { sets }, patterns }) => {
    const [own, ...others] = sets.slice(0, 3);
    expectWithin(susceptible(own!, others), patterns.susceptible, 1e-5, 0);
    expectWithin(defensive([own!], others), patterns.defensive, 1e-5, 0);
  });
});

test('nothing is said of a passage without others to compare it with', () => {
  const [own] = cases[0]!.expected.sets;
  expect(
    susceptible(own!, [])
      .flat()
      .every((value) => value === null),
  ).toBe(true);
});

test('the mean of heads leaves out heads that a layer lacks', () => {
  expect(
    meanOfHeads([
      [0.25, 0.75],
      [0.5, null],
      [null, null],
    ]),
  ).toEqual([0.5, 0.5, null]);
});

describe('passages to compare a span with', () => {
  /** 3 tokens of a template, then text, then 4 of a template. */
  const tokens = Array.from({ length: 60 }, (_, at) => ({
    origin: at < 3 || at >= 56 ? ('template' as const) : ('source' as const),
  }));

  test('are as long, hold text alone, do not overlap it, and stand about as far from the end', () => {
    const passages = controlsAtLikeDistance(tokens, { first: 30, end: 34 }, 40);
    expect(passages.length).toBe(16);
    for (const { first, end } of passages) {
      expect(end - first).toBe(4);
      expect(end <= 30 || first >= 34).toBe(true);
      expect(first <= 40 && 40 < end).toBe(false);
      expect(first >= 3 && end <= 56).toBe(true);
      const far = 60 - end + 1;
      expect(2 * far >= 27 && far <= 54).toBe(true);
    }
    expect(new Set(passages.map(({ first }) => first)).size).toBe(16);
  });

  test('are none where there is no room', () => {
    expect(controlsAtLikeDistance(tokens.slice(0, 10), { first: 3, end: 9 }, 0)).toEqual([]);
  });
});
