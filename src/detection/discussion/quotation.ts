import type { Hit } from '../hit';
import { lineAfter, lineBefore } from '../reading/lines';
import { wrappedAfter, wrappedBefore } from './wrapped';

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

/**
 * The quotation around a match on its line, or else in lines that are broken inside it; `null` where there is none, or
 * it is the value of a key.
 */
export function quotationAround(content: string, { start, end }: Hit): Quotation | null {
  // A quotation that opens right where a match begins or closes within it is one too.
  return (
    quotationBetween(lineBefore(content, start), lineAfter(content, end), start) ??
    quotationBetween(wrappedBefore(content, start), wrappedAfter(content, end), start)
  );
}

/** The quotation that opens before a place and closes after it. */
function quotationBetween(before: string, after: string, start: number): Quotation | null {
  for (const [open, close] of quotes) {
    if (!after.includes(close)) continue;
    const opened = open === close ? lastUnpaired(before, open) : lastUnclosed(before, open, close);
    if (
      opened >= 0 &&
      !value.test(before.slice(0, opened)) &&
      !(open === close && closesThere(before, opened))
    )
      return { start: start - before.length + opened, code: open === '`' };
  }
  const opened = after.includes("'") && closesSingle.test(after) ? lastSingle(before) : -1;
  if (opened < 0 || value.test(before.slice(0, opened))) return null;
  return { start: start - before.length + opened, code: false };
}

/** Whether a mark stands right behind a word and before none: where a text begins inside a quotation, it closes that. */
function closesThere(before: string, at: number): boolean {
  return /[^\s([{:=,]/.test(before[at - 1] ?? ' ') && !/^\w/.test(before.slice(at + 1));
}

/**
 * A single mark opens before a word and closes after one; inside a word it is an apostrophe, after a key it opens a
 * value.
 */
const opensSingle = /(?<![^\s(]|[:,[{=]\s{0,3})'(?=\S|$)/g;
const closesSingle = /(?<!\s)'(?=[\s)\]},.;:!?]|$)/;

/** Where a single quotation mark opens that is not closed before a match; -1 where none does. */
function lastSingle(before: string): number {
  let opened = -1;
  for (const match of before.matchAll(opensSingle)) opened = match.index;
  return opened >= 0 && closesSingle.test(before.slice(opened + 1)) ? -1 : opened;
}

function lastUnpaired(text: string, mark: string): number {
  return text.split(mark).length % 2 === 0 ? text.lastIndexOf(mark) : -1;
}

function lastUnclosed(text: string, open: string, close: string): number {
  const opened = text.lastIndexOf(open);
  return opened > text.lastIndexOf(close) ? opened : -1;
}
