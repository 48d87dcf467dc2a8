import type { RuleDescription } from '../protocol/scan';
import { rules } from './rules';
import type { RuleWords } from './rules/rule';
import { suppressionRules } from './rules/suppression';

/** What reports say about every rule that a scan looks for, and about those of a workspace's own. */
export function describeRules(own: readonly RuleWords[] = []): RuleDescription[] {
  return [...rules, ...suppressionRules, ...own].map(({ id, title, why, todo, severity }) => ({
    id,
    title,
    why,
    todo,
    severity: severity.untrusted ?? severity.user ?? severity.author ?? 'information',
  }));
}
