import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileLexicon } from '../../../../../src/detection/lexicon/compile/compileLexicon';
import { concepts } from '../../../../../src/detection/lexicon/concepts';
import { combined, type Lexicon, partsOf } from '../../../../../src/detection/lexicon/lexicon';
import { wordIdsOf } from '../../../../../src/detection/reading/known/wordIds';
import { readMarks } from '../../../../../src/detection/reading/readMarks';
import { readWords } from '../../../../../src/detection/reading/readWords';

const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'bc', 'c', 'ad', 'ä');
/** A word of a phrase; the ending of some is free. */
const element = fc.oneof(word, fc.constantFrom('a*', 'ab*', 'abc*', 'b*'));
const phrase = fc.array(element, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
const part = fc.array(fc.oneof(phrase, fc.constant('')), { minLength: 1, maxLength: 3 });
const combination = fc
  .array(part, { minLength: 2, maxLength: 3 })
  .filter((parts) => parts.some((some) => !some.includes('')))
  .map((parts) => combined(...parts.map((some) => some.join(', ')))[0]!);
const lexicon: fc.Arbitrary<Lexicon> = fc.record({
  not: fc.array(fc.oneof(phrase, combination), { maxLength: 4 }),
  orders: fc.array(fc.oneof(phrase, combination), { maxLength: 4 }),
});
const text = fc.array(fc.oneof(word, fc.constantFrom('abcd', 'bd', 'x')), { maxLength: 12 });

/** Every phrase that is meant by one, written out as its words. */
function writtenOut(one: string): string[][] {
  const parts = partsOf(one) ?? [[one]];
  const all = parts.reduce<string[]>(
    (heads, some) => heads.flatMap((head) => some.map((tail) => `${head} ${tail}`)),
    [''],
  );
  return all.map((words) => words.split(' ').filter((each) => each !== ''));
}

const says = (element: string, said: string): boolean =>
  element.endsWith('*') ? said.startsWith(element.slice(0, -1)) : said === element;

/** What phrases say that are looked for one by one at each word. */
function marksOneByOne(lexicons: readonly Lexicon[], words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const each of lexicons) {
    for (const [concept, phrases] of Object.entries(each)) {
      for (const elements of phrases.flatMap(writtenOut)) {
        words.forEach((_, first) => {
          const last = first + elements.length - 1;
          if (elements.every((one, at) => first + at < words.length && says(one, words[first + at]!)))
            found.add(`${concept} ${first}-${last}`);
        });
      }
    }
  }
  return [...found].sort();
}

it('finds what its phrases say when they are looked for one by one', () => {
  const plain = (some: Lexicon): Lexicon => JSON.parse(JSON.stringify(some).replaceAll('ä', 'a')) as Lexicon;
  fc.assert(
    fc.property(lexicon, lexicon, text, (english, other, words) => {
      const tables = compileLexicon(english, [other]);
      const read = readWords(words.join(' ').replaceAll('ä', 'a'), wordIdsOf(tables));
      const marks = readMarks(read, tables, []);
      const found = Array.from(
        { length: marks.length },
        (_, i) => `${concepts[marks.concepts[i]!]} ${marks.firsts[i]}-${marks.lasts[i]}`,
      );
      const said = words.map((each) => each.replaceAll('ä', 'a'));
      expect([...new Set(found)].sort()).toEqual(marksOneByOne([plain(english), plain(other)], said));
    }),
    { numRuns: 150 },
  );
});

it('keeps what languages say apart', () => {
  const tables = compileLexicon({ not: ['never'] }, [{ not: ['nie'] }, { not: ['nie', 'never'] }]);
  const marks = readMarks(readWords('never nie', wordIdsOf(tables)), tables, []);
  expect(Array.from(marks.languages.subarray(0, marks.length))).toEqual([0xffffffff, 6]);
});
