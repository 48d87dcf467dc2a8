import type { Hit } from '../hit';
import { lineAfter, lineBefore } from '../reading/lines';

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

/** Where the quotation around a match opens, and whether it is a code span; offsets of the text. */
export interface Quotation {
  start: number;
  code: boolean;
}

/** The quotation around a match on its line; `null` where there is none, or it is the value of a key. */
export function quotationAround(content: string, { start, end }: Hit): Quotation | null {
  const before = lineBefore(content, start);
  // A quotation that opens right where a match begins or closes within it is one too.
  const after = lineAfter(content, end);
  const around = quotes.map(([open, close]): [number, number, boolean] => [
    open === close ? lastUnpaired(before, open) : lastUnclosed(before, open, close),
    after.indexOf(close),
    open === '`',
  ]);
  for (const [opened, closed, code] of [...around, singleQuotes(before, after)]) {
    if (opened < 0 || closed < 0 || value.test(before.slice(0, opened))) continue;
    return { start: start - before.length + opened, code };
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
function singleQuotes(before: string, after: string): [opened: number, closed: number, code: boolean] {
  let opened = -1;
  for (const match of before.matchAll(opensSingle)) opened = match.index;
  if (opened >= 0 && closesSingle.test(before.slice(opened + 1))) opened = -1;
  return [opened, after.search(closesSingle), false];
}

function lastUnpaired(text: string, mark: string): number {
  return text.split(mark).length % 2 === 0 ? text.lastIndexOf(mark) : -1;
}

function lastUnclosed(text: string, open: string, close: string): number {
  const opened = text.lastIndexOf(open);
  return opened > text.lastIndexOf(close) ? opened : -1;
}
