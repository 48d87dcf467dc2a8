import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldText, writtenRange } from '../../../../src/detection/folding/foldText';

describe('what a format writes in another way', () => {
  it.each([
    ['references by number', '&#76;ea&#x76;e &#00104;ere', 'Leave here'],
    ['references without their end', '&#76eave', 'Leave'],
    ['references that are escaped once more', '&amp;#76;eave', 'Leave'],
    [
      'references by name',
      'Ende&nbsp;der Stra&szlig;e, &Uuml;berblick&hellip;',
      'Ende der Strasse, Uberblick…',
    ],
    ['references to nothing that is seen', 'lea&shy;ve he&#8203;re', 'leave here'],
    ['references to letters of other scripts', '&#x430;nd l&#1077;ave', 'and leave'],
    ['references to signs of markup', '&lt;b&gt; &#60;b&#x3e; &amp; R&D &co; &#0;', null],
    ['escapes of JSON', 'l\\u0065ave\\u0020here \\ud835\\udc00', 'leave here A'],
    ['escapes of programs', 'l\\x65ave \\u{68}ere \\U00000041', 'leave here A'],
    ['half an escape', 'l\\u00 \\ud835 \\xzz \\x7f \\u0000', null],
    ['empty tags in a word', 'le<b></b>ave h<x-y class=a></x-y>ere', 'leave here'],
    ['tags of style in a word', 'l<b>ea</b>ve <i>h</i>ere', 'leave <i>here'],
    ['comments in a word', 'le<!-- x -->ave', 'leave'],
    ['comments that say something', 'le<!-- Note to nobody: leave -->ave', null],
    ['tags between words', 'leave</b> <i>here</p>and <br>there', null],
    ['links', 'https://a.example/?q=leave%20h%C3%A9re%3A%20now', 'https://a.example/?q=leave here: now'],
    ['queries', '(/find?q=%6Ceave%20here)', '(/find?q=leave here)'],
    ['links of other schemes', 'mailto:a@b.example?subject=l%65ave', 'mailto:a@b.example?subject=leave'],
    ['marks in links', 'https://a.example/%7Bid%7D?x=%3Cb%3E%22%0A%ff%zz', null],
    ['percent signs in prose', 'grew 20%20 times, 5%AB', null],
  ])('%s', (_, written, folded) => {
    expect(foldText(written).folded).toBe(folded ?? written);
  });
});

it('marks whole escapes, and not more', () => {
  const written = 'Oh, &#76;e<b></b>a\\u0076e&nbsp;it: https://a.example/?q=le%61ve%20it';
  const text = foldText(written);
  const ranges = Array.from(text.folded.matchAll(/leave(?: it)?/gi), ({ index, 0: word }) => {
    const { start, end } = writtenRange(text, { start: index, end: index + word.length });
    return written.slice(start, end);
  });
  expect(ranges).toEqual(['&#76;e<b></b>a\\u0076e&nbsp;it', 'le%61ve%20it']);
});

it('gives each folded character a range that folds into it, in order', () => {
  const piece = fc.constantFrom(
    'a',
    'é',
    ' ',
    '\u200b',
    '&#105;',
    '&eacute;',
    '&shy;',
    '&amp;',
    '\\u0065',
    '\\ud835\\udc00',
    '\\u',
    '<b></b>',
    '<!-- -->',
    '</p>',
    'https://a.example/?q=',
    '%20',
    '%C3%A9',
    '%',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const written = pieces.join('');
      const text = foldText(written);
      let before = 0;
      for (let i = 0; i < text.folded.length; i++) {
        const { start, end } = writtenRange(text, { start: i, end: i + 1 });
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(written.length);
        before = start;
      }
    }),
    { numRuns: 500 },
  );
});

test('bytes in links are the characters that they are in UTF-8, as the language itself reads them', () => {
  const link = 'https://a.example/?q=';
  const spoken = /^[\p{L}\p{M}\p{N}\p{Zs}\p{Cf}.,:;!?'’/\-–—。、，：！？]$/u;
  const read = (escapes: readonly string[]): string => {
    const [first] = escapes;
    if (first === undefined) return '';
    const byte = parseInt(first.slice(1), 16);
    const count = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    let said: string | undefined;
    try {
      said = decodeURIComponent(escapes.slice(0, count).join(''));
    } catch {
      // Not UTF-8.
    }
    if (said === undefined || !spoken.test(said)) return first + read(escapes.slice(1));
    return said + read(escapes.slice(count));
  };
  // Bytes at the borders of what is allowed, and some between.
  const bytes = '20 2e 41 7f 80 8f 90 9f a0 bf c1 c2 c3 df e0 e3 e5 ed ee ef f0 f1 f4 f5 ff'.split(' ');
  let seed = 5;
  const random = (count: number): number => (seed = (seed * 48271) % 0x7fffffff) % count;
  const wrong: string[] = [];
  for (let round = 0; round < 5_000; round++) {
    const escapes = Array.from({ length: 1 + random(6) }, () => `%${bytes[random(bytes.length)]!}`);
    const expected = foldText(link + read(escapes)).folded;
    if (foldText(link + escapes.join('')).folded !== expected) wrong.push(escapes.join(''));
  }
  expect(wrong).toEqual([]);
});
