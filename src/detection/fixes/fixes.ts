import type { Finding } from '../../protocol/finding';
import type { Fix } from '../../protocol/fix';
import { lineAfter, lineBefore } from '../reading/lines';
import { hiddenRuns } from './hiddenRuns';

/** What a rule knows about doing away with one of its findings: the best way first. */
export type FixFinding = (text: string, finding: Finding) => Fix[];

/** Takes hidden characters out and leaves the words around them. */
export const removeHidden: FixFinding = (text, finding) => {
  const { start, end } = finding;
  const edits = hiddenRuns(text.slice(start, end)).map((run) => ({
    start: start + run.start,
    end: start + run.end,
    text: '',
  }));
  return edits.length > 0 ? [{ kind: 'remove-hidden', safe: true, edits }] : deleteMarked(text, finding);
};

/** Lets the author of a plain prompt quote a phrase that is an example, or delete it. */
export const quoteOrDelete: FixFinding = (text, finding) => {
  const { start, end } = finding;
  const quoted = quotation(text, finding);
  const quote: Fix[] =
    quoted === undefined ? [] : [{ kind: 'quote', safe: false, edits: [{ start, end, text: quoted }] }];
  return [...quote, ...deleteMarked(text, finding)];
};

export const deleteMarked: FixFinding = (_, { start, end }) => [
  { kind: 'delete', safe: false, edits: [{ start, end, text: '' }] },
];

/**
 * The marked text between marks that no language reads as words; `undefined` where that ends no warning:
 * in data, and where the line has no words of its own that speak of it.
 */
function quotation(text: string, { start, end, segment }: Finding): string | undefined {
  // In chats the lines of the file are not the lines that are said.
  if (segment.role !== 'prompt' || segment.trust === 'untrusted') return undefined;
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
