import type { Finding } from '../protocol/finding';
import { hiddenRuns } from './hiddenRuns';

/** A change of the text that does away with a finding. UTF-16 code units of the document. */
export interface Repair {
  kind: 'remove-hidden' | 'quote' | 'delete';
  edits: { start: number; end: number; text: string }[];
}

/**
 * Ways to do away with a finding, the best first. Hidden characters are taken out; an author may
 * quote a phrase as an example, which no quotation marks achieve in data; anything may be deleted.
 */
export function repairsOf(text: string, { rule, start, end, segment }: Finding): Repair[] {
  const marked = text.slice(start, end);
  if (rule.startsWith('hidden/')) {
    const runs = hiddenRuns(marked).map((run) => ({
      start: start + run.start,
      end: start + run.end,
      text: '',
    }));
    return [{ kind: 'remove-hidden', edits: runs.length > 0 ? runs : [{ start, end, text: '' }] }];
  }
  const repairs: Repair[] = [];
  if (segment.trust !== 'untrusted' && canBeQuoted(marked)) {
    repairs.push({
      kind: 'quote',
      edits: [{ start, end, text: `for example, an attack may say “${marked}”` }],
    });
  }
  repairs.push({ kind: 'delete', edits: [{ start, end, text: '' }] });
  return repairs;
}

/** Whether a text can stand in quotation marks: on one line, with no quotation open at its end. */
function canBeQuoted(text: string): boolean {
  return !/[\r\n“”]/.test(text) && text.split('"').length % 2 === 1;
}
