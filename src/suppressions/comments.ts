import { fencesOf } from '../detection/reading/fences';
import { lineStarts, positionAt } from '../prompts/positions';
import type { Segment, SourceRange, Trust } from '../protocol/prompt';
import { contentToSource } from '../protocol/text/sourceMap';
import { formsIn, isMarkdown, type CommentedFile, type CommentForm } from './commentForms';
import { readDirective } from './directive';
import type { Covered, Suppression } from './suppression';

/** What every suppression begins with. */
export const WORD = 'attnscope-disable';

/** Longest comment read, UTF-16 code units. */
const LONGEST = 2_000;

/** From the least believed to the most. */
const TRUSTS: readonly Trust[] = ['untrusted', 'user', 'author'];

/** A comment that suppresses: where it is, and what follows the word. */
interface Comment extends SourceRange {
  /** `-file`, `-line`, `-next-line`, or what was written in their place. */
  which: string;
  words: string;
}

/** A text as it was read, and what is known of it. */
export interface ReadText extends CommentedFile {
  text: string;
  segments: readonly Segment[];
  /** How far what stands in no segment, the markup of a format, is to be believed. */
  markupTrust: Trust;
}

/** The suppressions that stand in comments of a text; those where its author does not speak are refused. */
export function commentSuppressions(read: ReadText, isRule: (name: string) => boolean): Suppression[] {
  const { text, segments, markupTrust } = read;
  const found = text.includes(WORD) ? commentsIn(text, read) : [];
  if (found.length === 0) return escapedIn(segments, found);
  const starts = lineStarts(text);
  const speakerAt = speakersOf(segments);
  const own = found.map((comment): Suppression => {
    const segment = speakerAt(comment) ?? { role: 'prompt' as const, trust: markupTrust };
    const covers = coveredBy(text, starts, comment);
    const directive = readDirective(comment.words, isRule);
    const refused =
      segment.trust !== 'author' ? ('in-data' as const) : covers ? directive.refused : ('malformed' as const);
    return {
      by: 'comment',
      ...directive,
      ...(refused ? { refused } : {}),
      covers: covers ?? { kind: 'file' },
      written: { start: comment.start, end: comment.end, segment },
    };
  });
  return [...own, ...escapedIn(segments, found)];
}

/**
 * The least trusted of those who speak at a place; places are asked for in their order. Segments may lie in one another.
 */
function speakersOf(segments: readonly Segment[]): (place: SourceRange) => Segment | undefined {
  const waiting = [...segments].sort((a, b) => a.start - b.start);
  let next = 0;
  let here: Segment[] = [];
  return ({ start, end }) => {
    while (next < waiting.length && waiting[next]!.start < end) here.push(waiting[next++]!);
    here = here.filter((segment) => segment.end > start);
    return TRUSTS.flatMap((trust) => here.filter((segment) => segment.trust === trust))[0];
  };
}

function commentsIn(text: string, file: CommentedFile): Comment[] {
  const fences = fencesOf(text);
  const isSample = ({ start }: SourceRange) =>
    isMarkdown(file) && (fences.inSample(start) || isInCode(text, start));
  return formsIn(file)
    .flatMap((form) => inForm(text, form))
    .filter((comment) => !isSample(comment))
    .sort((a, b) => a.start - b.start);
}

function inForm(text: string, { open, close }: CommentForm): Comment[] {
  const start = new RegExp(`${escaped(open)}[ \\t]{0,20}(?:\\r?\\n[ \\t]{0,20})?${WORD}([\\w-]{0,40})`, 'g');
  return [...text.matchAll(start)].flatMap(({ index, 0: beginning, 1: which = '' }) => {
    const from = index + beginning.length;
    const rest = text.slice(from, from + LONGEST);
    const length = close === '' ? rest.search(/[\r\n]|$/) : rest.indexOf(close);
    if (length < 0) return [];
    return [{ start: index, end: from + length + close.length, which, words: rest.slice(0, length) }];
  });
}

/** Whether a place stands between backticks of its line. */
function isInCode(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return (line.match(/`+/g)?.length ?? 0) % 2 === 1;
}

function coveredBy(text: string, starts: readonly number[], comment: Comment): Covered | null {
  switch (comment.which) {
    case '-file':
      return { kind: 'file' };
    case '-line':
      return { kind: 'line', line: positionAt(starts, comment.start).line };
    case '-next-line': {
      const { line } = positionAt(starts, comment.end);
      // Lines with nothing in them, as formatters put them behind comments, are passed over.
      const isBlank = (index: number) => text.slice(starts[index], starts[index + 1]).trim() === '';
      let next = line;
      while (next < starts.length - 1 && isBlank(next)) next++;
      return { kind: 'line', line: next + 1 };
    }
    default:
      return null;
  }
}

/** Suppressions in foreign text that its format hides from the source, as JSON escapes do. */
function escapedIn(segments: readonly Segment[], found: readonly SourceRange[]): Suppression[] {
  return segments.flatMap((segment) => {
    if (segment.trust === 'author' || !segment.content.includes(WORD)) return [];
    return formsIn({}).flatMap((form) =>
      inForm(segment.content, form).flatMap((comment): Suppression[] => {
        const range = contentToSource(segment, comment);
        if (!range || found.some(({ start }) => start === range.start)) return [];
        return [
          {
            by: 'comment',
            rules: [],
            reason: '',
            covers: { kind: 'file' },
            refused: 'in-data',
            written: { ...range, segment },
          },
        ];
      }),
    );
  });
}

function escaped(mark: string): string {
  return mark.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
