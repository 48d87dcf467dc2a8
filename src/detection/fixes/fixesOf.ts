import type { Finding } from '../../protocol/finding';
import type { Fix } from '../../protocol/fix';
import type { Segment } from '../../protocol/prompt';
import { rules } from '../rules';

/** Ways to do away with a finding in its text, the best first: what its rule knows. */
export function fixesOf(text: string, segments: readonly Segment[], finding: Finding): Fix[] {
  const rule = rules.find(({ id }) => id === finding.rule);
  const segment = segments.find(({ start, end }) => start <= finding.start && finding.end <= end);
  return rule && segment ? rule.fixes({ text, segment, finding }) : [];
}
