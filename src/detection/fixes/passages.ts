import type { Hit } from '../hit';

/** How far from a place its line and its sentence are looked for, UTF-16 code units: a text may be one endless line. */
const REACH = 2_000;
/** Lines shorter than this were not broken for want of room: the next one begins another sentence. */
const FULL_LINE = 60;

/** A line that is no part of a paragraph: blank, a tag or a fence alone. */
const apart = /^\s*(?:<\/?[\w-]{1,40}>|`{3,}.*|~{3,}.*|-{3,}|)\s*$/;
/** Elements that stand apart from what is before and behind them: HTML living standard, 15.3.3, "Flow content". */
const block =
  'address|article|aside|blockquote|body|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|html|li|main|nav|ol|p|pre|section|table|td|th|tr|ul';
const opensBlock = new RegExp(`^\\s*<(?:${block})\\b`, 'i');
const closesBlock = new RegExp(`</(?:${block})>\\s*$|<br\\s*/?>\\s*$`, 'i');
/** What begins an item, a quotation or a heading, or an item within them. */
const itemMark = /^[ \t]*(?:(?:[-*+>#]{1,6}|\d{1,3}[.)])[ \t]+)+/;
/** A line that goes on with the sentence of the one before. */
const goesOn = /^[ \t]*\p{Ll}[\p{L}'’]*[ ,]/u;
/** An element's tag: no sentence crosses it. */
const tag = /<\/?[a-z][^<>\n]{0,200}>/gi;

/** What is no end of a sentence: the "?" of an address. */
const withinWord = /^[!?.][\w={}&%/]/;

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/**
 * The sentences of a content that a hit touches, white space around them left out: not beyond the line
 * unless it was broken for want of room, nor the quotation marks or tags that the hit stands between.
 */
export function sentenceAround(content: string, hit: Hit): Hit {
  const from = startOfLines(content, hit.start);
  const to = endOfLines(content, hit.end);
  // A break within a sentence is as good as a blank; offsets stay.
  const text = content.slice(from, to).replace(/\r?\n/g, (end) => ' '.repeat(end.length));
  const left = leftBound(text, hit.start - from);
  const right = rightBound(text, hit.end - from, left.mark);
  let start = hit.start - from;
  let end = hit.end - from;
  let first = left.at;
  for (const { index, segment } of sentences.segment(text.slice(left.at, right))) {
    const last = left.at + index + segment.length;
    if (last < right && withinWord.test(text.slice(last - 1, last + 1))) continue;
    if (last > hit.start - from && first < hit.end - from) {
      start = Math.min(start, first);
      end = Math.max(end, last);
    }
    first = last;
  }
  const sentence = trimmed(content, {
    start: from + start,
    end: wholeComment(content, from + start, from + end),
  });
  return withoutItemMark(content, sentence);
}

/** Whether elements part a line from the next one. */
function isParted(line: string, next: string): boolean {
  return closesBlock.test(line) || opensBlock.test(next);
}

/** The lines around a hit up to blank lines, tags and fences that stand alone, and to where blocks of a page begin and end. */
export function paragraphAround(content: string, hit: Hit): Hit {
  let { start, end } = { start: lineStart(content, hit.start), end: lineEnd(content, hit.end) };
  while (start > 0 && hit.start - start < REACH) {
    const before = lineStart(content, start - 1);
    if (isParted(content.slice(before, start - 1), content.slice(start, lineEnd(content, start)))) break;
    if (apart.test(content.slice(before, start - 1))) break;
    start = before;
  }
  while (end < content.length && end - hit.end < REACH) {
    const next = content.indexOf('\n', end) + 1;
    const after = lineEnd(content, next);
    if (next === 0 || isParted(content.slice(lineStart(content, end), end), content.slice(next, after)))
      break;
    if (apart.test(content.slice(next, after))) break;
    end = after;
  }
  return trimmed(content, { start, end });
}

/** Where the line of an offset begins, or how far before it is looked. */
export function lineStart(content: string, offset: number): number {
  const from = Math.max(0, offset - REACH);
  return from + content.slice(from, offset).lastIndexOf('\n') + 1;
}

/** Where the line of an offset ends, its line end left out, or how far behind it is looked. */
export function lineEnd(content: string, offset: number): number {
  const near = content.slice(offset, offset + REACH);
  const end = near.indexOf('\n');
  if (end < 0) return offset + near.length;
  return offset + (near[end - 1] === '\r' ? end - 1 : end);
}

/** The start of the line that the sentence at an offset may begin in. */
function startOfLines(content: string, offset: number): number {
  let start = lineStart(content, offset);
  while (start > 0 && offset - start < REACH) {
    const before = lineStart(content, start - 1);
    if (!isBroken(content.slice(before, start - 1), content.slice(start, start + 80))) break;
    start = before;
  }
  return Math.max(start, offset - REACH);
}

function endOfLines(content: string, offset: number): number {
  let end = lineEnd(content, offset);
  while (end < content.length && end - offset < REACH) {
    const next = content.indexOf('\n', end) + 1;
    if (!isBroken(content.slice(lineStart(content, end), end), content.slice(next, next + 80))) break;
    end = lineEnd(content, next);
  }
  return Math.min(end, offset + REACH);
}

function isBroken(line: string, next: string): boolean {
  return line.length >= FULL_LINE && !/[.!?。！？:]\s*$/.test(line) && goesOn.test(next);
}

/** Where a sentence may begin: behind a quotation mark that is open at `offset`, or behind a tag. */
function leftBound(text: string, offset: number): { at: number; mark: string | undefined } {
  const before = text.slice(0, offset);
  const mark = ['"', '`'].find(
    (quote) => before.split(quote).length % 2 === 0 && text.includes(quote, offset),
  );
  const opened = mark === undefined ? 0 : before.lastIndexOf(mark) + 1;
  const tags = Array.from(before.matchAll(tag), ({ index, 0: found }) => index + found.length);
  return { at: Math.max(opened, tags.at(-1) ?? 0), mark };
}

function rightBound(text: string, offset: number, mark: string | undefined): number {
  const closed = mark === undefined ? -1 : text.indexOf(mark, offset);
  const tagged = text.slice(offset).search(tag);
  return Math.min(closed < 0 ? text.length : closed, tagged < 0 ? text.length : offset + tagged);
}

/** The end of a range, or that of the comment that it opens. */
function wholeComment(content: string, start: number, end: number): number {
  const opened = content.slice(start, end).lastIndexOf('<!--');
  if (opened < 0 || content.slice(start + opened, end).includes('-->')) return end;
  const closed = content.slice(end, end + REACH).indexOf('-->');
  return closed < 0 ? end : end + closed + 3;
}

/** The first sentence of an item leaves the item its mark, where more of it stays. */
function withoutItemMark(content: string, { start, end }: Hit): Hit {
  if (content.slice(end, lineEnd(content, end)).trim() === '') return { start, end };
  if (content.slice(lineStart(content, start), start).trim() !== '') return { start, end };
  return { start: start + markLength(content.slice(start, end)), end };
}

/** Length of the mark that a text begins with; 0 where it has none. */
export function markLength(text: string): number {
  return itemMark.exec(text)?.[0].length ?? 0;
}

function trimmed(content: string, { start, end }: Hit): Hit {
  while (start < end && /\s/.test(content[start]!)) start++;
  while (end > start && /\s/.test(content[end - 1]!)) end--;
  return { start, end };
}
