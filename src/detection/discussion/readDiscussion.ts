import { precededBy, succeededBy } from '../grammar/matchGrammar';
import type { Hit } from '../hit';
import { lineAfter, lineBefore } from '../reading/lines';
import type { Reading } from '../reading/readText';
import { firstWordFrom } from '../reading/words';
import { isOwnTemplate } from './ownTemplate';

const quotes: readonly (readonly [open: string, close: string])[] = [
  ['"', '"'],
  ['`', '`'],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
];

/** What stands before the value of a key or of an attribute, which is said and not discussed. */
const value = /"\s{0,2}:\s{0,2}$|\s[\w-]{1,40}=$/;

/** Whether the text speaks about the words it holds, instead of saying them. */
export interface Discussion {
  /** Between quotation marks or backticks, with words of the author's own around; or a template's own tokens. */
  quoted: boolean;
  /** Named as something that somebody asks, tries or says. */
  reported: boolean;
}

/** Tells whether a match is quoted or reported by the sentence it stands in. */
export function readDiscussion(reading: Reading, hit: Hit): Discussion {
  const word = firstWordFrom(reading.words, hit.start);
  const quotedAt = quotationAround(reading.folded, hit);
  const spoken = quotedAt === null ? word : firstWordFrom(reading.words, quotedAt);
  return {
    quoted: quotedAt !== null || isOwnTemplate(reading, hit),
    reported:
      precededBy(reading, word, 4, 'reported') !== undefined ||
      precededBy(reading, spoken, 3, 'reported') !== undefined ||
      succeededBy(reading, lastWordOf(reading, hit), 4, 'reportedAfter') !== undefined,
  };
}

function lastWordOf({ words }: Reading, { end }: Hit): number {
  return firstWordFrom(words, end) - 1;
}

/** Whether a match is only an example where an author or a user speaks. */
export function isDiscussed(reading: Reading, hit: Hit): boolean {
  const { quoted, reported } = readDiscussion(reading, hit);
  return quoted || reported;
}

/**
 * Where the quotation around a match opens, on the same line; `null` where there is none, or nothing stands beside
 * it.
 */
function quotationAround(content: string, { start, end }: Hit): number | null {
  const before = lineBefore(content, start);
  const after = lineAfter(content, end);
  const around = quotes.map(([open, close]): [number, number] => [
    open === close ? lastUnpaired(before, open) : lastUnclosed(before, open, close),
    after.indexOf(close),
  ]);
  for (const [opened, closed] of [...around, singleQuotes(before, after)]) {
    if (opened < 0 || closed < 0 || value.test(before.slice(0, opened))) continue;
    const outside = `${before.slice(0, opened)} ${after.slice(closed + 1)}`;
    // A whole line in quotation marks, or the value of a key, is said and not discussed.
    if ((outside.match(/\p{L}{2,}/gu)?.length ?? 0) < 2) continue;
    return start - before.length + opened;
  }
  return null;
}

/**
 * A single mark opens before a word and closes after one; inside a word it is an apostrophe, after a key it opens a
 * value.
 */
const opensSingle = /(?<![^\s(]|[:,[{=]\s{0,3})'(?=\S|$)/g;
const closesSingle = /(?<!\s)'(?=[\s)\]},.;:!?]|$)/;

/** Where single quotation marks around a match open and close. */
function singleQuotes(before: string, after: string): [opened: number, closed: number] {
  let opened = -1;
  for (const match of before.matchAll(opensSingle)) opened = match.index;
  if (opened >= 0 && closesSingle.test(before.slice(opened + 1))) opened = -1;
  return [opened, after.search(closesSingle)];
}

function lastUnpaired(text: string, mark: string): number {
  return text.split(mark).length % 2 === 0 ? text.lastIndexOf(mark) : -1;
}

function lastUnclosed(text: string, open: string, close: string): number {
  const opened = text.lastIndexOf(open);
  return opened > text.lastIndexOf(close) ? opened : -1;
}
