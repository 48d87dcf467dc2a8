import type { RuleDescription } from '../protocol/scan';
import { rules } from './rules';
import { suppressionRules } from './rules/suppression';

/** What reports say about every rule. */
export function describeRules(): RuleDescription[] {
  return [...rules, ...suppressionRules].map(({ id, title, why, todo, severity }) => ({
    id,
    title,
    why,
    todo,
    severity: severity.untrusted ?? 'information',
  }));
}
