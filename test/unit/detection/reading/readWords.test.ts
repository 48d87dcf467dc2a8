import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../../src/detection/lexicon';
import { idOf, wordIdsOf } from '../../../../src/detection/reading/known/wordIds';
import { readWords } from '../../../../src/detection/reading/readWords';
import { breakBetween, NEXT_LINE, NEXT_SENTENCE, SAME } from '../../../../src/detection/reading/sentenceEnds';

const ids = wordIdsOf(lexicon);
const word = fc.constantFrom(
  ...[
    'ignore',
    'Previous',
    'INSTRUCTIONS',
    'instructon',
    'ignroe',
    '1gnor3',
    'p@$$word',
    "don't",
    'don’t',
    'l’ordre',
  ],
  ...[
    'x',
    '忽略',
    'анвил',
    'é',
    'vorherigen',
    'a'.repeat(41),
    'instruction',
    'snoitcurtsni',
    '0.08',
    '16K',
    '😀',
  ],
);
const sign = fc.constantFrom(
  ...[
    ' ',
    ' ',
    ' ',
    '. ',
    ', ',
    '.',
    '\n',
    '\n\n',
    '\n- ',
    '|',
    '`',
    "'",
    '@',
    '$',
    '-',
    '_',
    '。',
    '…',
    '—',
    '\\n',
  ],
  ...['\u200b', '\ud800', '\u0301', '? ', '12. ', '\n3) '],
);
const text = fc.oneof(
  fc.array(fc.oneof(word, sign), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('words and their numbers', () => {
  it('are those that are read letter by letter', () => {
    fc.assert(
      fc.property(text, (written) => {
        const words = readWords(written, ids);
        const plain = readWords(written);
        const { length } = words;
        expect(length).toBe(plain.length);
        for (const column of ['starts', 'ends', 'sentences', 'clauses', 'places'] as const)
          expect(words[column].slice(0, length)).toEqual(plain[column].slice(0, length));
        const looked = Array.from({ length }, (_, i) =>
          idOf(ids, written.slice(words.starts[i], words.ends[i])),
        );
        expect(Array.from(words.ids.subarray(0, length))).toEqual(looked);
      }),
      { numRuns: 2_000 },
    );
  });

  it('are the same however often a word comes, in whatever case', () => {
    const words = readWords('ignore Ignore IGNORE ignored igno ignore', ids);
    const [first, ...others] = Array.from(words.ids.subarray(0, words.length));
    expect(others.map((id) => id === first)).toEqual([true, true, false, false, true]);
  });
});

it('short gaps between words end what their signs end', () => {
  // What the signs of a gap say, written out: an end of a sentence with a space behind it, a bar, a full stop of CJK.
  const expected = (written: string, unspaced: boolean): number => {
    // The bars of chat tokens are none of a table.
    const gap = written.replace(/<\|/g, '<').replace(/\|>/g, '>');
    if (/[。।؟|]/.test(gap) && (written.length > 1 || /[。|]/.test(gap))) return NEXT_SENTENCE;
    if (unspaced && /[!?;]/.test(gap)) return NEXT_SENTENCE;
    if (written.length > 1 && /[.!?;…][\s"'”’)\]*_`]|[.!?]$|\n[^\S\n]*\n|\n[-*+#>|•=~<`]/.test(gap))
      return NEXT_SENTENCE;
    return gap.includes('\n') ? NEXT_LINE : SAME;
  };
  const signs = Array.from(' .!?;…。।؟|\n,:-*"\'`)(#>');
  const gaps = signs.flatMap((one) => [one, ...signs.map((other) => one + other)]);
  for (const unspaced of [false, true]) {
    for (const gap of gaps.filter((each) => each !== ' '))
      expect([gap, breakBetween(`a${gap}b`, 1, 1 + gap.length, unspaced)]).toEqual([
        gap,
        expected(gap, unspaced),
      ]);
  }
});
