import type { Finding } from '../protocol/finding';
import type { Fix } from '../protocol/fix';
import type { Segment } from '../protocol/prompt';
import { everyRule } from './rules/everyRule';
import { LONE_HIDDEN } from './rules/rule';
import { removeHidden } from './fixes/fixes';

/** Ways to do away with a finding in its text, the best first: what its rule knows. */
export function fixesOf(text: string, segments: readonly Segment[], finding: Finding): Fix[] {
  // In the markup of a format too, where nobody speaks.
  if (finding.rule === LONE_HIDDEN) return removeHidden(text, finding);
  const rule = everyRule.find(({ id }) => id === finding.rule);
  const segment = segments.find(({ start, end }) => start <= finding.start && finding.end <= end);
  return rule && segment ? rule.fixes({ text, segment, finding }) : [];
}
