import { joinMessages } from '../prompts/joinMessages';
import type { Finding } from '../protocol/finding';
import type { Fix } from '../protocol/fix';
import type { Segment } from '../protocol/prompt';
import { spoken } from '../prompts/speakers';
import { verbatim } from '../prompts/writtenText';
import { everyRule } from './rules/everyRule';
import { LONE_HIDDEN } from './rules/rule';
import { suppressionRules } from './rules/suppression';
import { removeHidden } from './fixes/fixes';

/** Ways to do away with a finding in its text, the best first: what its rule knows. */
export function fixesOf(text: string, segments: readonly Segment[], finding: Finding): Fix[] {
  // In the markup of a format too, where nobody speaks.
  if (finding.rule === LONE_HIDDEN) return removeHidden(text, finding);
  const rule = everyRule.find(({ id }) => id === finding.rule);
  // Suppressions may stand in the markup of a format too.
  if (rule && suppressionRules.includes(rule))
    return rule.fixes({ text, finding, segment: spoken('prompt', verbatim(text, 0, text.length)) });
  // In one segment where it is in one: a message may have parts that stand far from each other.
  const segment = [...segments, ...joinMessages(segments)].find(
    ({ start, end }) => start <= finding.start && finding.end <= end,
  );
  return rule && segment ? rule.fixes({ text, segment, finding }) : [];
}
