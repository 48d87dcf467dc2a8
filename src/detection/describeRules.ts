import type { RuleDescription } from '../protocol/scan';
import { rules } from './rules';

/** What reports say about every rule. */
export function describeRules(): RuleDescription[] {
  return rules.map(({ id, title, why, todo, severity }) => ({
    id,
    title,
    why,
    todo,
    severity: severity.untrusted ?? 'information',
  }));
}
