import type { PromptSentence, Segment, SourceRange } from '../protocol/prompt';
import { contentToSource } from '../protocol/text/sourceMap';
import { lineStarts } from './positions';

/** A longer one (data without punctuation, a wall of words) is cut between words; UTF-16 code units. */
const LONGEST = 600;

/** How much is looked through at once: the segmenter copies all of it for each sentence; UTF-16 code units. */
const AT_ONCE = 4096;

/** A line at least this long may have been wrapped by hand, and its sentence may go on in the next one. */
const SHORTEST_WRAPPED = 40;

/** What begins a line of its own: a list item, a heading, a quotation, a cell of a table. No part of what is said. */
const MARKER =
  /^[^\S\n]*(?:(?:[-*+•‣–—]|\d{1,4}[.)]|[a-zA-Z][.)]|#{1,6}|>+|\|)[^\S\n]+)+(?:\[[ xX]\][^\S\n]+)?/u;
const FENCE = /^\s*(?:```|~~~)/;
/** Where nothing is left to be said in a line. */
const ENDED = /[.!?:;。！？：；…|>][\p{Pe}\p{Pf}"'*_`]*\s*$/u;
/** A mark within an address or before a picture, `?q=` and `![`: no white space follows. Unicode ends a sentence there. */
const GOES_ON = /[!?][[({]*$/;
const WORD = /[\p{L}\p{N}]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a text, in order, in UTF-16 code units: by the rules of Unicode (UAX 29) within a paragraph, and
 * never across the border of a list item, heading, quotation or line of code. White space around them, markers of
 * lists and headings, and what holds no letter or digit belong to none.
 */
export function sentencesOf(text: string): SourceRange[] {
  return blocksOf(text).flatMap(({ start, end }) => {
    // A line end would end a sentence; a blank in its place keeps all offsets.
    const block = text.slice(start, end).replace(/[\r\n]/g, ' ');
    return unicodeSentences(block).flatMap(({ segment, index }) => pieces(segment, start + index));
  });
}

function unicodeSentences(block: string): { segment: string; index: number }[] {
  const sentences: { segment: string; index: number }[] = [];
  for (let from = 0; from < block.length;) {
    let to = Math.min(block.length, from + AT_ONCE);
    if (to < block.length && /[\ud800-\udbff]/.test(block[to - 1]!)) to -= 1;
    const found = Array.from(segmenter.segment(block.slice(from, to)));
    // The last one may go on behind the stretch.
    if (to < block.length && found.length > 1) to = from + found.pop()!.index;
    for (const { segment, index } of found) {
      const before = sentences.at(-1);
      if (before && GOES_ON.test(before.segment) && /^[!-~]/.test(segment)) before.segment += segment;
      else sentences.push({ segment, index: from + index });
    }
    from = to;
  }
  return sentences;
}

/** The sentences of all segments, where they stand in the source; those that stand nowhere in it are left out. */
export function sentencesOfSegments(segments: readonly Segment[]): PromptSentence[] {
  return segments.flatMap((said, segment) =>
    sentencesOf(said.content).flatMap((range) => {
      const written = contentToSource(said, range);
      return written ? [{ ...written, segment }] : [];
    }),
  );
}

/** Lines, those that were wrapped by hand put together. */
function blocksOf(text: string): SourceRange[] {
  const blocks: SourceRange[] = [];
  let inCode = false;
  let open: SourceRange | undefined;
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    const isFence = FENCE.test(line);
    if (isFence) inCode = !inCode;
    if (isFence || line.trim() === '') {
      open = undefined;
      continue;
    }
    const marker = inCode ? 0 : (MARKER.exec(line)?.[0].length ?? 0);
    if (open && !inCode && marker === 0) open.end = end;
    else blocks.push((open = { start: start + marker, end }));
    const goesOn = end - start >= SHORTEST_WRAPPED && !ENDED.test(line);
    if (!goesOn || inCode || /^[^\S\n]*#/.test(line)) open = undefined;
  }
  return blocks;
}

/** Lines without their ends. */
function linesOf(text: string): SourceRange[] {
  const starts = lineStarts(text);
  return starts.map((start, line) => {
    const whole = text.slice(start, starts[line + 1] ?? text.length);
    return { start, end: start + whole.replace(/[\r\n]+$/, '').length };
  });
}

/** A sentence without the white space around it, cut where it is too long. */
function pieces(sentence: string, at: number): SourceRange[] {
  const ranges: SourceRange[] = [];
  for (let from = 0; from < sentence.length;) {
    let to = Math.min(sentence.length, from + LONGEST);
    if (to < sentence.length) {
      const blank = sentence.lastIndexOf(' ', to);
      if (blank > from) to = blank;
      // Not between the halves of a pair.
      else if (/[\ud800-\udbff]/.test(sentence[to - 1]!)) to -= 1;
    }
    const piece = sentence.slice(from, to);
    if (WORD.test(piece)) {
      const start = at + from + (piece.length - piece.trimStart().length);
      ranges.push({ start, end: start + piece.trim().length });
    }
    from = to;
  }
  return ranges;
}
