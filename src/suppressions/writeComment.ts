import { fencesOf } from '../detection/reading/fences';
import type { Finding } from '../protocol/finding';
import type { SourceRange } from '../protocol/prompt';
import { formFor, isMarkdown, type CommentedFile } from './commentForms';
import { WORD } from './comments';

/** A text that is put into another one. */
export type Insertion = SourceRange & { text: string };

/** What somebody writes who suppresses a finding. */
export interface Wanted {
  where: 'line' | 'file';
  reason: string;
  /** The last day on which it counts, as `2027-01-31`. */
  until?: string;
}

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n[^]*?\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * The comment that suppresses the rule of a finding on its line, or in the whole file, as an edit of the text.
 * Nothing where a file of its kind has no comments, or one there would be a sample.
 */
export function suppressionComment(
  text: string,
  file: CommentedFile,
  { rule, start }: Pick<Finding, 'rule' | 'start'>,
  { where, reason, until }: Wanted,
): Insertion | undefined {
  const form = formFor(file);
  if (!form) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const said = cleaned(reason, form.close) + (until === undefined ? '' : ` until ${until}`);
  const which = where === 'file' ? 'file' : 'next-line';
  const comment = `${form.open} ${WORD}-${which} ${rule} -- ${said}${form.close && ` ${form.close}`}`;
  if (where === 'file') {
    const at = afterHead(text);
    // Markdown takes a comment and the line behind it for one passage.
    const gap = isMarkdown(file) && !/^\r?\n/.test(text.slice(at)) ? lineEnd : '';
    return { start: at, end: at, text: `${comment}${lineEnd}${gap}` };
  }
  if (isMarkdown(file) && fencesOf(text).inSample(start)) return undefined;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const [indent = ''] = /^[ \t]*/.exec(text.slice(line, start)) ?? [];
  return { start: line, end: line, text: `${indent}${comment}${lineEnd}` };
}

/** Behind front matter, or a first line that names an interpreter. */
function afterHead(text: string): number {
  const [front = ''] = FRONT_MATTER.exec(text) ?? [];
  if (front !== '') return front.length;
  return /^#!.*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
}

/** A reason on one line that does not end the comment. */
function cleaned(reason: string, close: string): string {
  const line = reason.replace(/\s+/g, ' ').trim();
  return close === '' ? line : line.replaceAll(close, close.split('').join(' '));
}
