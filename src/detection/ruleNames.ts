import type { Hit } from './hit';
import { everyRule } from './rules/everyRule';

/** Longest name that is looked at, UTF-16 code units. */
const LONGEST = 80;

const ids: ReadonlySet<string> = new Set(everyRule.map(({ id }) => id));

/** Whether a place of a text is the name of a rule, which says in its words what the rule looks for. */
export function isRuleName(text: string, { start, end }: Hit): boolean {
  if (end - start > LONGEST) return false;
  const [before = ''] = /[\w/-]*$/.exec(text.slice(Math.max(0, start - LONGEST), start)) ?? [];
  const [after = ''] = /^[\w/-]*/.exec(text.slice(end, end + LONGEST)) ?? [];
  return ids.has(before + text.slice(start, end) + after);
}
