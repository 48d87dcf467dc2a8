import { precededBy } from './matchGrammar';
import { lineAfter, lineBefore } from './matchLines';
import { type Reading } from './readText';
import { type Hit } from './hit';

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

/** Whether the text speaks about the words it holds, instead of saying them. */
export interface Discussion {
  /** Between quotation marks or backticks, with words of the author's own around. */
  quoted: boolean;
  /** Named as something that somebody asks, tries or says. */
  reported: boolean;
}

/** Tells whether a match is quoted or reported by the sentence it stands in. */
export function readDiscussion(reading: Reading, hit: Hit): Discussion {
  const word = firstWordFrom(reading, hit.start);
  const quotedAt = quotationAround(reading.content, hit);
  const spoken = quotedAt === null ? word : firstWordFrom(reading, quotedAt);
  return {
    quoted: quotedAt !== null,
    reported:
      precededBy(reading, word, 4, 'reported') !== undefined ||
      precededBy(reading, spoken, 3, 'reported') !== undefined,
  };
}

/** Where the quotation around a match opens, on the same line; `null` where there is none, or nothing else beside it. */
function quotationAround(content: string, { start, end }: Hit): number | null {
  const before = lineBefore(content, start);
  const after = lineAfter(content, end);
  for (const [open, close] of quotes) {
    const opened = open === close ? lastUnpaired(before, open) : lastUnclosed(before, open, close);
    const closed = after.indexOf(close);
    if (opened < 0 || closed < 0) continue;
    const outside = `${before.slice(0, opened)} ${after.slice(closed + 1)}`;
    // A whole line in quotation marks, or the value of a key, is said and not discussed.
    if ((outside.match(/\p{L}{2,}/gu)?.length ?? 0) < 2) continue;
    return start - before.length + opened;
  }
  return null;
}

function lastUnpaired(text: string, mark: string): number {
  return text.split(mark).length % 2 === 0 ? text.lastIndexOf(mark) : -1;
}

function lastUnclosed(text: string, open: string, close: string): number {
  const opened = text.lastIndexOf(open);
  return opened > text.lastIndexOf(close) ? opened : -1;
}

/** Index of the first word at an offset or after it. */
export function firstWordFrom(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reading.words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
