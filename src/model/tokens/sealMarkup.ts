import type { SourceRange } from '../../protocol/prompt';
import type { Stretch } from './alignRendering';
import type { RenderedChat } from './renderChat';
import type { MarkupToken } from './splitTokenizer';

/** A rendered prompt as the content tokenizer is to be given it, and the way back. */
export interface SealedText {
  text: string;
  /** The range of the rendered text that a range of this text stands for, and whether a sealed name is in it. */
  toRendered: (range: SourceRange) => SourceRange & { sealed: boolean };
}

/** A markup token found in the rendered text. */
interface Found {
  start: number;
  end: number;
  sealed: string;
}

/**
 * Gives markup tokens that the template wrote their sealed names. The same words inside content stay
 * as they are: plain text.
 */
export function sealMarkup(
  { text, stretches }: RenderedChat,
  markupTokens: readonly MarkupToken[],
  contents: readonly string[],
): SealedText {
  const found = stretches.flatMap((stretch) => findMarkup(text, stretch, markupTokens, contents));
  const parts: string[] = [];
  const names: Name[] = [];
  let at = 0;
  let length = 0;
  for (const mark of found) {
    parts.push(text.slice(at, mark.start), mark.sealed);
    const start = length + mark.start - at;
    length = start + mark.sealed.length;
    names.push({ start, end: length, mark });
    at = mark.end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), toRendered: (range) => renderedRange(names, range) };
}

/** Where the sealed text has the name of a markup token. */
interface Name {
  start: number;
  end: number;
  mark: Found;
}

function renderedRange(
  names: readonly Name[],
  { start, end }: SourceRange,
): SourceRange & { sealed: boolean } {
  const first = nameBefore(names, start);
  const last = nameBefore(names, end - 1);
  const sealed = last !== undefined && last.end > start;
  return {
    // A range that begins or ends inside a name stands for all of its token.
    start:
      first === undefined ? start : start < first.end ? first.mark.start : start - first.end + first.mark.end,
    end: last === undefined ? end : end < last.end ? last.mark.end : end - last.end + last.mark.end,
    sealed,
  };
}

/** The last name that starts at or before an offset. */
function nameBefore(names: readonly Name[], offset: number): Name | undefined {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return names[low - 1];
}

function findMarkup(
  text: string,
  stretch: Stretch,
  markupTokens: readonly MarkupToken[],
  contents: readonly string[],
): Found[] {
  if (stretch.kind === 'content') return [];
  // Where template and content are not told apart, only what no content there holds is the template's.
  const held = stretch.kind === 'unmapped' ? stretch.segments.map((i) => contents[i]!) : [];
  const tokens = markupTokens.filter((token) => !held.some((content) => content.includes(token.text)));
  const byText = new Map(tokens.map((token) => [token.text, token]));
  const found: Found[] = [];
  for (const match of text.slice(stretch.start, stretch.end).matchAll(anyOf([...byText.keys()]))) {
    const start = stretch.start + match.index;
    const end = start + match[0].length;
    const token = byText.get(match[0])!;
    const isInWord =
      wordEnd.test(text.slice(Math.max(0, start - 2), start)) || wordStart.test(text.slice(end, end + 2));
    if (token.singleWord && isInWord) continue;
    found.push({ start, end, sealed: token.sealed });
  }
  return found;
}

const wordEnd = /[\p{L}\p{M}\p{N}_]$/u;
const wordStart = /^[\p{L}\p{M}\p{N}_]/u;

/** The leftmost of the texts, of several at one place the longest. */
function anyOf(texts: readonly string[]): RegExp {
  const sorted = [...texts].sort((a, b) => b.length - a.length);
  const escaped = sorted.map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(escaped.length > 0 ? escaped.join('|') : '(?!)', 'g');
}
