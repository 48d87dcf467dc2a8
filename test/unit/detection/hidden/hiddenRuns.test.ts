import { describe, expect, it } from 'vitest';
import { hiddenRuns } from '../../../../src/detection/hidden/hiddenRuns';

describe('hidden characters are found', () => {
  const texts: Record<string, [text: string, start: number, end: number, count: number]> = {
    'a zero-width space in a word': ['ig\u200bnore', 2, 3, 1],
    'several in a row, as one': ['a\u200b\u200c\u200db', 1, 4, 3],
    'a bidirectional override': ['x\u202ey', 1, 2, 1],
    'tags that spell a text': [`ok${String.fromCodePoint(0xe0041, 0xe0042)}`, 2, 6, 2],
    'a joiner between Latin letters': ['a\u200db', 1, 2, 1],
    'a joiner between digits': ['1\u200d2', 1, 2, 1],
    'a soft hyphen': ['pass\u00adword', 4, 5, 1],
    'tags behind an emoji that is no flag': [`👍${String.fromCodePoint(0xe0041, 0xe007f)}`, 2, 6, 2],
    'more variation selectors than one': ['👍\ufe0f\ufe0f\ufe0f', 2, 5, 3],
    'tags behind a flag that spell more than a region': [
      `🏴${String.fromCodePoint(...Array<number>(20).fill(0xe0061), 0xe007f)}`,
      2,
      44,
      21,
    ],
    'one at the very start': ['\u200bword', 0, 1, 1],
    'one at the very end': ['word\u200b', 4, 5, 1],
    'an escape that a terminal obeys': ['Fine.\u001b[8m', 5, 6, 1],
    backspaces: ['900\b\b\b100', 3, 6, 3],
    'a deletion': ['a\u007fb', 1, 2, 1],
    'a control code of the upper half': ['a\u009b8mb', 1, 2, 1],
  };
  for (const [name, [text, start, end, count]] of Object.entries(texts)) {
    it(name, () => {
      expect(hiddenRuns(text)).toEqual([{ start, end, count, codePoint: text.codePointAt(start) }]);
    });
  }
});

describe('what belongs to the spelling is left alone', () => {
  const texts = {
    'plain text': 'Ignore nothing.',
    'tabs and line ends': 'a\tb\r\nc\n',
    'an emoji with its style': 'I ❤️ it',
    'a family of emoji': '👨‍👩‍👧‍👦',
    'an emoji with a style and a joiner': '🏳️‍🌈',
    'an emoji with a skin tone and a joiner': '👩🏽‍💻',
    'the flag of a region': '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'a keycap': '1️⃣',
    Persian: 'می‌خواهم',
    Hindi: 'क्‍ष',
  };
  for (const [name, text] of Object.entries(texts)) {
    it(name, () => {
      expect(hiddenRuns(text)).toEqual([]);
    });
  }
});

it('no more is read than what is asked for', () => {
  let read = 0;
  const text = '\u200ba'.repeat(1000);
  const counted = {
    length: text.length,
    codePointAt: (i: number) => text.codePointAt((read = i)),
    slice: (start: number, end: number) => text.slice(start, end),
  } as string;
  expect(hiddenRuns(counted, 3)).toHaveLength(3);
  expect(read).toBeLessThan(10);
});
