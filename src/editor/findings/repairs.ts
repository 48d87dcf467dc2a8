import { lineAfter, lineBefore } from '../../detection/reading/lines';
import type { Finding } from '../../protocol/finding';
import { hiddenRuns } from './hiddenRuns';

/** A change of the text that does away with a finding. UTF-16 code units of the document. */
export interface Repair {
  kind: 'remove-hidden' | 'quote' | 'delete';
  edits: { start: number; end: number; text: string }[];
}

/** Hidden only in what it means, or mixed with words that can be seen: what goes is for the person to look at. */
const NOT_ONLY_HIDDEN = ['hidden/encoded-text', 'hidden/control-characters'];
/** Rules that heed no quotation marks, besides those of hidden characters. */
export const NOT_QUOTABLE: readonly string[] = ['forcing/opening'];
/** The end of a terminal's escape sequence: parameters and the final letter. */
const SEQUENCE_END = /^[0-?]{0,40}[ -/]{0,4}[@-~]/;

/**
 * Ways to do away with a finding, the best first. Hidden characters are taken out; the author of a plain
 * prompt may quote a phrase that is an example; anything may be deleted.
 */
export function repairsOf(text: string, finding: Finding): Repair[] {
  const { rule, start, end } = finding;
  if (rule.startsWith('hidden/') && !NOT_ONLY_HIDDEN.includes(rule)) {
    const edits = hiddenRuns(text.slice(start, end)).map((run) => ({
      start: start + run.start,
      end: start + run.end,
      text: '',
    }));
    if (edits.length > 0) return [{ kind: 'remove-hidden', edits }];
  }
  const quoted = quotation(text, finding);
  return [
    ...(quoted === undefined ? [] : [{ kind: 'quote' as const, edits: [{ start, end, text: quoted }] }]),
    { kind: 'delete', edits: [{ start, end: wholeSequence(text, end), text: '' }] },
  ];
}

/**
 * The marked text between marks that no language reads as words; `undefined` where that ends no warning:
 * in data, by rules that heed no quotation, and where the line has no words of its own that speak of it.
 */
function quotation(text: string, { rule, start, end, segment }: Finding): string | undefined {
  // In chats the lines of the file are not the lines that are said.
  if (segment.role !== 'prompt' || segment.trust === 'untrusted') return undefined;
  if (rule.startsWith('hidden/') || NOT_QUOTABLE.includes(rule)) return undefined;
  const marked = text.slice(start, end);
  // As far as the rules themselves look for quotation marks.
  const before = lineBefore(text, start);
  const after = lineAfter(text, end);
  if (/[\r\n]/.test(marked)) return undefined;
  if ((`${before} ${after}`.match(/\p{L}{2,}/gu) ?? []).length < 2) return undefined;
  const line = before + marked + after;
  if (!line.includes('`')) return `\`${marked}\``;
  return /[“”„]/.test(line) ? undefined : `“${marked}”`;
}

/** Where the escape sequence ends that the text before `end` begins. */
function wholeSequence(text: string, end: number): number {
  if (!/[\u001b]\[$|\u009b$/.test(text.slice(Math.max(0, end - 2), end))) return end;
  return end + (SEQUENCE_END.exec(text.slice(end, end + 50))?.[0].length ?? 0);
}
